package org.puente.referral.export;

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
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.export.CaseExporting;
import org.puente.platform.export.ExportAnswer;
import org.puente.referral.cases.Cases;
import org.puente.referral.directory.Directory;

/** What this service holds of a case; other services of the node have their own parts. */
@Tag(name = "Data requests", description = "What is held of a person, for the person")
@Path("/v1/cases/{caseId}/export")
@Produces({MediaType.APPLICATION_JSON, ExportAnswer.PDF})
@RolesAllowed("case-manager")
class ExportResource {
    private final CaseExporting exporting;
    private final Cases cases;
    private final Directory directory;
    private final Node node;

    ExportResource(CaseExporting exporting, Cases cases, Directory directory, Node node) {
        this.exporting = exporting;
        this.cases = cases;
        this.directory = directory;
        this.node = node;
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
                session -> owner(session, caseId),
                this::zone);
    }

    private Uni<ZoneId> zone(Mutiny.Session session) {
        return directory
                .nodes(session, node.id())
                .map(nodes -> nodes.get(node.id()).zone());
    }

    private Uni<InstitutionId> owner(Mutiny.Session session, UUID caseId) {
        return cases.find(session, new CaseId(caseId)).map(file -> file == null ? null : file.institution());
    }
}
