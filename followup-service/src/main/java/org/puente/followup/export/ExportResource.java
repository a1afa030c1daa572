package org.puente.followup.export;

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
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.followup.cases.CaseOwner;
import org.puente.followup.directory.Directory;
import org.puente.platform.export.CaseExporting;
import org.puente.platform.export.ExportAnswer;

/** What this service holds of a case; other services of the node have their own parts. */
@Tag(name = "Data requests", description = "What is held of a person, for the person")
@Path("/v1/cases/{caseId}/export")
@Produces({MediaType.APPLICATION_JSON, ExportAnswer.PDF})
@RolesAllowed("case-manager")
class ExportResource {
    private final CaseExporting exporting;
    private final CaseOwner owner;
    private final Directory directory;

    ExportResource(CaseExporting exporting, CaseOwner owner, Directory directory) {
        this.exporting = exporting;
        this.owner = owner;
        this.directory = directory;
    }

    @GET
    @Operation(operationId = "exportCase", summary = CaseExporting.SUMMARY, description = CaseExporting.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = ExportAnswer.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> export(
            UUID caseId,
            @Parameter(required = true, description = CaseExporting.DATA_REQUEST) @QueryParam("dataRequest")
                    String dataRequest,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Parameter(description = ExportAnswer.LANGUAGE) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return exporting.answer(
                caseId,
                dataRequest,
                new ExportAnswer.Wanted(accept, language),
                session -> owner.of(session, caseId),
                session -> directory.zone(session).map(zone -> zone.orElse(ZoneOffset.UTC)));
    }
}
