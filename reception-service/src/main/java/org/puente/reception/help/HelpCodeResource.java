package org.puente.reception.help;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.Code;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;
import org.puente.platform.web.Texts;

/** The codes of help with their names in Spanish and English. */
@Tag(name = "Reception point")
@Path("/v1/help-codes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class HelpCodeResource {
    private static final Codes CODES = new Codes(
            named("code-help-kind-", HelpKind.values()), named("code-help-void-reason-", HelpVoidReason.values()));

    /**
     * @param name by language: es, en
     */
    @Schema(
            name = "NamedCode",
            requiredProperties = {"code", "name"})
    record Named(String code, Map<String, String> name) {}

    @Schema(
            name = "HelpCodes",
            requiredProperties = {"kinds", "voidReasons"})
    record Codes(List<Named> kinds, List<Named> voidReasons) {}

    @GET
    @Operation(
            operationId = "listHelpCodes",
            summary = "Lists the kinds of help, and the reasons to void an entry, in Spanish and English")
    public Uni<Codes> list() {
        return Uni.createFrom().item(CODES);
    }

    private static List<Named> named(String prefix, Code[] codes) {
        return Stream.of(codes)
                .map(code -> new Named(
                        code.code(),
                        Map.of(
                                "es", Texts.of(Locale.of("es"), prefix + code.code()),
                                "en", Texts.of(Locale.ENGLISH, prefix + code.code()))))
                .toList();
    }
}
