package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.DatabaseTimeout;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Registration;

/** The desk where a returned person is registered. */
@Tag(name = "Returns")
@Path("/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class RegisterResource {
    private final Access access;
    private final FormReader forms;
    private final ReturnRegistering registering;
    private final RegistrationQueue queue;
    private final DatabaseTimeout deadline;

    RegisterResource(
            Access access,
            FormReader forms,
            ReturnRegistering registering,
            RegistrationQueue queue,
            DatabaseTimeout deadline) {
        this.access = access;
        this.forms = forms;
        this.registering = registering;
        this.queue = queue;
        this.deadline = deadline;
    }

    @POST
    @Operation(operationId = "registerReturn", summary = "Registers a return, with the person's consent")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Registration.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before under this `caseId`; the answer goes without the status code",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredReturn.class)))
    @APIResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredReturn.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another return has this `caseId`, or the same one was amended or erased, also under the"
                    + " `Idempotency-Key` of its registration (`case-id-taken`); or a restore has lost its person"
                    + " (`person-lost`): enter them with PATCH")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> register(
            ObjectNode body,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        RegistrationRequest sent = forms.readSingle(body);
        Locale locale = Texts.preferred(language);
        CompletableFuture<StoredResponse> answer =
                queue.register(own, deadline.max(), () -> registering.prepared(caller, key, sent, locale));
        Context context = Vertx.currentContext();
        return deadline.of(Uni.createFrom().completionStage(answer))
                // Who was told to send it again must not be registered twice.
                .onFailure(TimeoutException.class)
                .invoke(answer::completeExceptionally)
                .emitOn(task -> context.runOnContext(on -> task.run()))
                .map(StoredResponse::response);
    }
}
