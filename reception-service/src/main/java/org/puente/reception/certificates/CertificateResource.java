package org.puente.reception.certificates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Returns;

/** Certificates of a return, for the institution that received the person. */
@Tag(name = "Certificates", description = "The certificate that a person leaves with")
@Path("/v1/returns/{caseId}/certificates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class CertificateResource {
    private static final String OWN_CASE = "own-case";

    private final Access access;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final CertificateIssuing issuing;
    private final Returns returns;
    private final Certificates certificates;
    private final CertificateAnswers answers;
    private final Checks checks;
    private final Audit audit;

    CertificateResource(
            Access access,
            Idempotency idempotency,
            UnitOfWork work,
            CertificateIssuing issuing,
            Returns returns,
            Certificates certificates,
            CertificateAnswers answers,
            Checks checks,
            Audit audit) {
        this.access = access;
        this.idempotency = idempotency;
        this.work = work;
        this.issuing = issuing;
        this.returns = returns;
        this.certificates = certificates;
        this.answers = answers;
        this.checks = checks;
        this.audit = audit;
    }

    /**
     * @param statusCode the status code as the desk has it, to be printed; null hands out a new one
     */
    record IssueRequest(String statusCode) {
        @Override
        public String toString() {
            return "IssueRequest[…]";
        }
    }

    /** The certificates of a return, newest first; they are too few for pages. */
    @Schema(requiredProperties = {"items"})
    record History(List<CertificateView> items) {}

    @POST
    @Operation(
            operationId = "issueCertificate",
            summary = "Issues a certificate of the return, to be printed",
            description = "A certificate that was issued before is superseded. Bring the `statusCode` that the"
                    + " registration answered with, and it is printed; without it a new status code is handed"
                    + " out, and the old one ends at once. The return and its ETag stay as they are. A repeated"
                    + " request is answered with the certificate as it stands by then.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CertificateView.class)))
    @APIResponse(
            responseCode = "409",
            description = "A restore has lost the person: enter the person again. Or the request is repeated, and the"
                    + " return was erased since")
    public Uni<Response> issue(UUID caseId, IssueRequest request, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        IssueRequest asked = Objects.requireNonNullElse(request, new IssueRequest(null));
        String path = "/v1/returns/" + caseId + "/certificates";
        return idempotency
                .once(
                        caller,
                        key,
                        "POST " + path,
                        asked,
                        answers,
                        session -> issuing.issue(session, caseId, caller.institution(), asked.statusCode())
                                .call(issued -> written(session, caller, "certificate.issued", caseId))
                                .map(issued -> StoredResponse.created(path + "/" + issued.code(), issued)))
                .map(StoredResponse::response);
    }

    @GET
    @Operation(operationId = "listCertificates", summary = "Lists the certificates of a return, newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = History.class)))
    public Uni<Response> list(UUID caseId) {
        Caller caller = access.caller();
        return work.run(session -> returns.of(session, caseId, caller.institution())
                        .chain(() -> certificates.of(session, caseId))
                        .call(() -> written(session, caller, "certificates.listed", caseId)))
                .map(all -> new History(
                        all.stream().map(one -> one.view(checks.now(), null)).toList()))
                .map(history -> Response.ok(history).build());
    }

    private Uni<Void> written(Mutiny.Session session, Caller caller, String action, UUID caseId) {
        return audit.add(session, caller, action, caseId.toString(), PrintedData.PERSONAL, OWN_CASE);
    }
}
