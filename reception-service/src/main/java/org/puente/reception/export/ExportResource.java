package org.puente.reception.export;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.platform.audit.Audit;
import org.puente.platform.export.CaseExport;
import org.puente.platform.export.ExportAnswer;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Query;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Returns;

/** What reception holds of a case; other services of the node have their own parts. */
@Tag(name = "Data requests")
@Path("/v1/returns/{caseId}/export")
@Produces({MediaType.APPLICATION_JSON, ExportAnswer.PDF})
@RolesAllowed("intake")
class ExportResource {
    private final Access access;
    private final UnitOfWork work;
    private final Returns returns;
    private final AccessRequests requests;
    private final CaseExport export;
    private final Audit audit;
    private final ReceptionDirectory directory;
    private final ExportAnswer answer;

    ExportResource(
            Access access,
            UnitOfWork work,
            Returns returns,
            AccessRequests requests,
            CaseExport export,
            Audit audit,
            ReceptionDirectory directory,
            ExportAnswer answer) {
        this.access = access;
        this.work = work;
        this.returns = returns;
        this.requests = requests;
        this.export = export;
        this.audit = audit;
        this.directory = directory;
        this.answer = answer;
    }

    @GET
    @Operation(
            operationId = "exportReturn",
            summary = "Gives all that reception holds of a case, as JSON or as PDF",
            description = "For an open request for access of the person that concerns the case. To be handed to them,"
                    + " together with `GET /v1/cases/{caseId}/export` of the"
                    + " referral-service and of the followup-service. `Accept: application/pdf` gives the PDF, with labels"
                    + " instead of codes, in Spanish or, by `Accept-Language`, in English.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = ExportAnswer.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "422", description = "The person has no open request for access to this case")
    public Uni<Response> export(
            UUID caseId,
            @Parameter(description = "Id of the person's request for access; any that is open if left out")
                    @QueryParam("dataRequest")
                    String dataRequest,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Parameter(description = ExportAnswer.LANGUAGE) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        ExportAnswer.Wanted wanted = new ExportAnswer.Wanted(accept, language);
        Caller caller = access.caller();
        UUID named = Query.id("dataRequest", dataRequest);
        return work.run(session -> returns.of(session, caseId, caller.institution())
                        .chain(() -> requests.mustBeOpen(session, caseId, named))
                        .chain(request -> export.of(session, caseId)
                                .call(() -> audit.add(
                                        session,
                                        caller,
                                        "return.exported",
                                        caseId.toString(),
                                        List.of("all"),
                                        "data-request " + request)))
                        .chain(document -> directory.zone(session).map(zone -> answer.of(document, wanted, zone))))
                .chain(written -> written); // once the audit is committed
    }
}
