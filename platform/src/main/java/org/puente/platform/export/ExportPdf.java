package org.puente.platform.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.puente.platform.pdf.PdfPages;

/** An export as a PDF in Spanish: the same content as the JSON, member by member. */
final class ExportPdf {
    private static final String TITLE = "Datos personales que guarda la institución";
    private static final float HEADING = 14;
    private static final float TEXT = 9;
    private static final float INDENT = 12;

    /** Deeper nesting is written at this indent: what is sealed by others may be of any shape. */
    private static final int DEEPEST = 12;

    private final PdfPages pages;

    private ExportPdf(PdfPages pages) {
        this.pages = pages;
    }

    /** Takes some milliseconds of the processor, more for a long history; call it on a worker thread. */
    static byte[] of(ObjectNode export) throws IOException {
        try (PdfPages pages = new PdfPages(TITLE, "es")) {
            pages.write(TITLE, 20, 0);
            pages.skip(8);
            ExportPdf pdf = new ExportPdf(pages);
            for (Map.Entry<String, JsonNode> member : export.properties()) {
                if (member.getValue().isContainerNode()) {
                    pdf.part(member.getKey(), member.getValue());
                } else {
                    pdf.member(member.getKey(), member.getValue(), 0);
                }
            }
            return pages.bytes();
        }
    }

    private void part(String name, JsonNode content) throws IOException {
        pages.skip(12);
        pages.write(ExportLabels.of(name), HEADING, 0);
        if (content.isEmpty()) {
            pages.write("Nada.", TEXT, INDENT);
        } else {
            inside(content, 1);
        }
    }

    private void inside(JsonNode container, int depth) throws IOException {
        if (container.isObject()) {
            for (Map.Entry<String, JsonNode> member : container.properties()) {
                member(member.getKey(), member.getValue(), depth);
            }
            return;
        }
        for (int i = 0; i < container.size(); i++) {
            JsonNode item = container.get(i);
            if (item.isContainerNode()) {
                pages.skip(4);
                pages.write((i + 1) + ".", TEXT, indent(depth));
                inside(item, depth + 1);
            } else {
                pages.write("• " + value(item), TEXT, indent(depth));
            }
        }
    }

    private void member(String name, JsonNode value, int depth) throws IOException {
        if (value.isContainerNode()) {
            if (!value.isEmpty()) {
                pages.write(ExportLabels.of(name) + ":", TEXT, indent(depth));
                inside(value, depth + 1);
            }
        } else if (!value.isNull()) {
            pages.write(ExportLabels.of(name) + ": " + value(value), TEXT, indent(depth));
        }
    }

    private static String value(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() ? "sí" : "no" : value.asText();
    }

    private static float indent(int depth) {
        return INDENT * Math.min(depth, DEEPEST);
    }
}
