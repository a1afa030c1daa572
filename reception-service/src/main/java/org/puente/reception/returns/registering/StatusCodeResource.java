package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Returns;
import org.puente.reception.status.StatusCode;
import org.puente.reception.status.StatusCodes;

/** Hands out a new code when a person has lost the paper with the code. */
@Tag(name = "Returns")
@Path("/v1/returns/{caseId}/status-code")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class StatusCodeResource {
    private final Access access;
    private final Idempotency idempotency;
    private final Returns returns;
    private final StatusCodes codes;
    private final CodeAnswers answers;
    private final Audit audit;

    StatusCodeResource(
            Access access,
            Idempotency idempotency,
            Returns returns,
            StatusCodes codes,
            CodeAnswers answers,
            Audit audit) {
        this.access = access;
        this.idempotency = idempotency;
        this.returns = returns;
        this.codes = codes;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * @param statusCode shown only here and once; a repetition goes without it where another one was handed out since,
     *     or the node's secret was replaced: ask for a new one under another key
     */
    record HandedOut(String statusCode) {
        @Override
        public String toString() {
            return "HandedOut[…]";
        }
    }

    @POST
    @Operation(
            operationId = "renewStatusCode",
            summary = "Hands out a new status code for the person",
            description = "The old one ends at once. The return and its ETag stay as they are.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandedOut.class)))
    public Uni<Response> handOut(UUID caseId, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/returns/" + caseId + "/status-code",
                        "",
                        answers,
                        session -> renewed(session, caller, caseId))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> renewed(Mutiny.Session session, Caller caller, UUID caseId) {
        StatusCode code = codes.next();
        return returns.toChange(session, caseId, caller.institution())
                .invoke(returnCase -> returnCase.handOut(codes.mark(code)))
                .call(() -> audit.add(
                        session,
                        caller,
                        "status-code.handed-out",
                        caseId.toString(),
                        List.of("statusCode"),
                        "own-case"))
                .map(nothing -> StoredResponse.ok(new HandedOut(code.text())));
    }
}
