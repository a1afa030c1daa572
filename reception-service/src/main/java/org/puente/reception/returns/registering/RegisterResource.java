package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Registration;

/** The desk where a returned person is registered. */
@Tag(name = "Returns")
@Path("/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class RegisterResource {
    private static final String ENDPOINT = "POST /v1/returns";

    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final ReturnRegistering register;
    private final CodeAnswers answers;

    RegisterResource(
            Access access, Checks checks, Idempotency idempotency, ReturnRegistering register, CodeAnswers answers) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.register = register;
        this.answers = answers;
    }

    @POST
    @Operation(operationId = "registerReturn", summary = "Registers a return, with the person's consent")
    @APIResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnRegistering.Registered.class)))
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> register(
            Registration registration,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(registration);
        Locale locale = Texts.preferred(language);
        return idempotency
                .once(
                        caller,
                        key,
                        ENDPOINT,
                        registration,
                        answers,
                        session -> register.apply(session, own, registration, locale)
                                .map(RegisterResource::created))
                .map(StoredResponse::response);
    }

    private static StoredResponse created(ReturnRegistering.Registered registered) {
        return StoredResponse.created("/v1/returns/" + registered.caseId(), registered)
                .version(1);
    }
}
