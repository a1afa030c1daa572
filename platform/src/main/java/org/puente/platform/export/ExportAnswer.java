package org.puente.platform.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.json.Json;
import org.puente.platform.web.MediaRanges;

/** The answer with an export: JSON, or a PDF where the caller prefers one; both are saved, and run nothing. */
public final class ExportAnswer {
    public static final String PDF = "application/pdf";

    private ExportAnswer() {}

    /**
     * @param accept the request's header; null for JSON
     */
    public static Uni<Response> of(ObjectNode document, String accept) {
        boolean paper = MediaRanges.best(accept, MediaType.APPLICATION_JSON, PDF)
                .filter(PDF::equals)
                .isPresent();
        return paper
                ? WorkerPool.of(() -> ExportPdf.of(document)).map(pdf -> saved(pdf, PDF, "pdf"))
                : Uni.createFrom().item(saved(Json.write(document), MediaType.APPLICATION_JSON, "json"));
    }

    private static Response saved(Object content, String type, String ending) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"datos-personales." + ending + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
