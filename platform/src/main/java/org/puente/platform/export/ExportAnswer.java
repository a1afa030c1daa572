package org.puente.platform.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.json.Json;
import org.puente.platform.text.MemberText;
import org.puente.platform.text.OwnLabels;
import org.puente.platform.web.MediaRanges;
import org.puente.platform.web.Texts;

/** The answer with an export: JSON, or a PDF where the caller prefers one; both are saved, and run nothing. */
@ApplicationScoped
public class ExportAnswer {
    public static final String PDF = "application/pdf";
    public static final String LANGUAGE = "Spanish (`es`) or English (`en`) for the words of the PDF; else Spanish";

    private final List<OwnLabels> own;

    ExportAnswer(@All List<OwnLabels> own) {
        this.own = List.copyOf(own);
    }

    /**
     * What the caller wants; both as the request's headers say it.
     *
     * @param accept null for JSON
     * @param language null for Spanish, which the person most often reads
     */
    public record Wanted(String accept, String language) {}

    /**
     * @param zone of the node
     */
    public Uni<Response> of(ObjectNode document, Wanted wanted, ZoneId zone) {
        boolean paper = MediaRanges.best(wanted.accept(), MediaType.APPLICATION_JSON, PDF)
                .filter(PDF::equals)
                .isPresent();
        MemberText words = new MemberText(Texts.preferredByPerson(wanted.language()), zone, own);
        return paper
                ? WorkerPool.of(() -> ExportPdf.of(document, words)).map(pdf -> saved(pdf, PDF, "pdf"))
                : Uni.createFrom().item(saved(Json.write(document), MediaType.APPLICATION_JSON, "json"));
    }

    private static Response saved(Object content, String type, String ending) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"datos-personales." + ending + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
