package org.puente.reception.returns.batches;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.MediaRanges;
import org.puente.reception.directory.ReceptionDirectory;

/** The empty spreadsheet of a batch. */
@Tag(name = "Returns")
@Path("/v1/returns/batches/template")
@Produces({BatchFormat.SPREADSHEET, BatchFormat.VALUES})
@RolesAllowed("intake")
class TemplateResource {
    /** Spreadsheet programs read UTF-8 as such only behind it. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Access access;
    private final UnitOfWork work;
    private final ReceptionDirectory directory;

    TemplateResource(Access access, UnitOfWork work, ReceptionDirectory directory) {
        this.access = access;
        this.work = work;
        this.directory = directory;
    }

    @GET
    @Operation(
            operationId = "readBatchTemplate",
            summary = "The empty spreadsheet of a batch, as XLSX with the codes to choose from, or as CSV",
            description = "The sheet `returns` is for the rows; `codes` and `columns` explain, in Spanish and English."
                    + " Reception points are those of the caller's institution.")
    @APIResponse(
            responseCode = "200",
            description = "The spreadsheet",
            content = {
                @Content(
                        mediaType = BatchFormat.SPREADSHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = BatchFormat.VALUES, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> read(@HeaderParam("Accept") String accept) {
        InstitutionId own = access.caller().mustHaveInstitution();
        String type = MediaRanges.best(accept, BatchFormat.SPREADSHEET, BatchFormat.VALUES)
                .orElse(BatchFormat.SPREADSHEET);
        return points(own)
                .chain(points -> type.equals(BatchFormat.VALUES)
                        ? Uni.createFrom().item(values())
                        : WorkerPool.of(() -> WorkbookTemplate.of(points))
                                .map(workbook -> download(workbook, BatchFormat.SPREADSHEET, "returns.xlsx")));
    }

    /** None for an institution that the directory does not know: it can look at the template all the same. */
    private Uni<List<String>> points(InstitutionId institution) {
        return work.read(session -> directory.of(session, institution).map(ReceptionDirectory.Desk::points))
                .onFailure(ProblemException.class)
                .recoverWithItem(List.of());
    }

    private static Response values() {
        String header = BYTE_ORDER_MARK + String.join(",", Column.BY_NAME.keySet()) + "\r\n";
        return download(header.getBytes(StandardCharsets.UTF_8), BatchFormat.VALUES + ";charset=UTF-8", "returns.csv");
    }

    private static Response download(byte[] file, String type, String name) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
