package org.puente.reception.certificates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.MediaRanges;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;

/** One certificate of a return: read, printed, revoked; each reading is recorded in the audit. */
@Tag(name = "Certificates")
@Path("/v1/returns/{caseId}/certificates/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class OneCertificateResource {
    private static final String PDF = "application/pdf";
    private static final String OWN_CASE = "own-case";

    private final Access access;
    private final UnitOfWork work;
    private final Returns returns;
    private final Certificates certificates;
    private final CertificatePrinting printing;
    private final Checks checks;
    private final Audit audit;

    OneCertificateResource(
            Access access,
            UnitOfWork work,
            Returns returns,
            Certificates certificates,
            CertificatePrinting printing,
            Checks checks,
            Audit audit) {
        this.access = access;
        this.work = work;
        this.returns = returns;
        this.certificates = certificates;
        this.printing = printing;
        this.checks = checks;
        this.audit = audit;
    }

    record Revocation(@NotNull RevocationReason reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(
            operationId = "readCertificate",
            summary = "Reads a certificate: its record, or the paper as PDF",
            description = "`Accept: application/pdf` gives the paper; only a valid certificate is printed. For a"
                    + " day after it was issued the status code is on it.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CertificateView.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "It is to be printed and is not valid: issue a new one")
    public Uni<Response> read(UUID caseId, String code, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        boolean paper = MediaRanges.best(accept, MediaType.APPLICATION_JSON, PDF)
                .filter(PDF::equals)
                .isPresent();
        return paper ? print(caseId, code) : record(caseId, code);
    }

    private Uni<Response> record(UUID caseId, String code) {
        Caller caller = access.caller();
        return work.run(session -> returns.of(session, caseId, caller.institution())
                        .chain(() -> certificates.of(session, caseId, code))
                        .call(() -> read(session, caller, caseId, List.of("initials"))))
                .map(found -> Response.ok(found.view(checks.now(), null))
                        .type(MediaType.APPLICATION_JSON)
                        .build());
    }

    private Uni<Response> print(UUID caseId, String code) {
        Caller caller = access.caller();
        return work.run(session -> returns.of(session, caseId, caller.institution())
                        .chain(returnCase -> paper(session, caller, returnCase, code)))
                .chain(paper -> WorkerPool.of(() -> CertificatePdf.of(paper)))
                .map(pdf -> Response.ok(pdf, PDF)
                        .header("Content-Disposition", "attachment; filename=\"constancia.pdf\"")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .build());
    }

    private Uni<Paper> paper(Mutiny.Session session, Caller caller, ReturnCase returnCase, String code) {
        UUID caseId = returnCase.id().value();
        return certificates
                .of(session, caseId, code)
                .map(found -> printing.paper(found, returnCase, checks.now()))
                .call(() -> read(session, caller, caseId, PrintedData.PERSONAL));
    }

    @POST
    @Path("/revocation")
    @Operation(
            operationId = "revokeCertificate",
            summary = "Revokes a certificate, for good",
            description = "From then on whoever checks it is shown that it is revoked. A certificate that is"
                    + " revoked already keeps its first reason.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CertificateView.class)))
    public Uni<Response> revoke(UUID caseId, String code, Revocation revocation) {
        Caller caller = access.caller();
        return work.run(session -> returns.toChange(session, caseId, caller.institution())
                        .chain(() -> certificates.of(session, caseId, code))
                        .invoke(() -> checks.form(revocation))
                        .invoke(found -> found.revoke(revocation.reason(), checks.now()))
                        .call(() -> audit.add(
                                session,
                                caller,
                                "certificate.revoked",
                                caseId.toString(),
                                List.of(),
                                revocation.reason().code())))
                .map(found -> Response.ok(found.view(checks.now(), null)).build());
    }

    private Uni<Void> read(Mutiny.Session session, Caller caller, UUID caseId, List<String> fields) {
        return audit.add(session, caller, "certificate.read", caseId.toString(), fields, OWN_CASE);
    }
}
