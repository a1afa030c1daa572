package org.puente.reception.returns.consents;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.ConsentTerms;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnView;
import org.puente.reception.returns.Returns;

/** The consents of a return; the ETag is the return's. */
@Tag(name = "Returns")
@Path("/v1/returns/{caseId}/consents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ConsentResource {
    private final Access access;
    private final UnitOfWork work;
    private final Returns returns;
    private final Consents consents;
    private final Audit audit;

    ConsentResource(Access access, UnitOfWork work, Returns returns, Consents consents, Audit audit) {
        this.access = access;
        this.work = work;
        this.returns = returns;
        this.consents = consents;
        this.audit = audit;
    }

    @PUT
    @Operation(
            operationId = "recordConsent",
            summary = "Records a consent under an id that the caller makes, or its new terms",
            description = "To change one that is there, send the return's ETag in If-Match.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnView.ConsentView.class)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnView.ConsentView.class)))
    @APIResponse(responseCode = "409", description = "The consent was withdrawn")
    @APIResponse(responseCode = "422", description = "A rule is broken")
    public Uni<Response> record(UUID caseId, UUID id, ConsentTerms terms, @HeaderParam("If-Match") String ifMatch) {
        Caller caller = access.caller();
        return work.run(session -> returns.toChange(session, caseId, caller.institution())
                        .chain(returnCase -> consents.record(session, returnCase, id, terms, ifMatch)
                                .map(done -> answer(returnCase, done))))
                .map(StoredResponse::response);
    }

    @DELETE
    @Operation(operationId = "withdrawConsent", summary = "Withdraws a consent, for good")
    @APIResponse(responseCode = "204")
    public Uni<Response> withdraw(UUID caseId, UUID id) {
        Caller caller = access.caller();
        return work.run(session -> returns.toChange(session, caseId, caller.institution())
                        .chain(returnCase -> consents.withdraw(session, returnCase, id))
                        .call(() -> audit.add(
                                session,
                                caller,
                                "consent.withdrawn",
                                caseId.toString(),
                                List.of("consent"),
                                id.toString())))
                .map(nothing -> Response.noContent().build());
    }

    private static StoredResponse answer(ReturnCase returnCase, Consents.Recorded recorded) {
        ReturnView.ConsentView view = recorded.consent().view();
        StoredResponse answer = recorded.created()
                ? StoredResponse.created(
                        "/v1/returns/" + returnCase.id().value() + "/consents/"
                                + recorded.consent().id(),
                        view)
                : StoredResponse.ok(view);
        return answer.version(returnCase.version());
    }
}
