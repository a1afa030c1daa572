package org.puente.reception.returns.codes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.platform.web.Texts;

/**
 * All lists of codes that reception takes, with labels in the language of the request. Who announces an arrival, or
 * answers complaints, needs them too.
 */
@Tag(name = "Returns")
@Path("/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "case-manager"})
class CodeResource {
    private static final Map<Locale, CodeLists> BY_LANGUAGE =
            Map.of(Locale.ENGLISH, CodeLists.in(Locale.ENGLISH), Locale.of("es"), CodeLists.in(Locale.of("es")));

    @Schema(
            name = "LabelledCode",
            requiredProperties = {"code", "label"})
    record Labelled(String code, String label) {}

    /**
     * @param language of the labels: es or en
     * @param lists by name, each in the order in which a form shows it
     */
    @Schema(requiredProperties = {"language", "lists"})
    record CodeLists(String language, Map<String, List<Labelled>> lists) {
        static CodeLists in(Locale locale) {
            Map<String, List<Labelled>> lists = new LinkedHashMap<>();
            Arrays.stream(CodeList.values())
                    .filter(list -> !list.codes().isEmpty())
                    .forEach(list -> lists.put(
                            list.slug(),
                            list.codes().stream()
                                    .map(code -> new Labelled(code, list.label(code, locale)))
                                    .toList()));
            return new CodeLists(locale.getLanguage(), lists);
        }
    }

    @GET
    @Operation(
            operationId = "listCodes",
            summary = "Lists all codes that reception takes, with labels in Spanish or English",
            description =
                    "By `Accept-Language`. Reception points are in the registry, categories may be more than these.")
    public Uni<CodeLists> list(@HeaderParam("Accept-Language") String language) {
        return Uni.createFrom().item(BY_LANGUAGE.get(Texts.preferred(language)));
    }
}
