package org.puente.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;

class ExportPdfTest {
    @Test
    void namesWhatIsHeldInSpanish() throws IOException {
        ObjectNode export = export("{\"givenNames\": \"Ana Xiquín\", \"trafficking\": false}");

        assertThat(text(export)).contains("Nombres: Ana Xiquín", "Indicios de trata: no");
    }

    @Test
    void saysWhereNothingIsHeld() throws IOException {
        assertThat(text(export("{}"))).contains("Nada.");
    }

    @Test
    void leavesOutWhatIsNullOrEmpty() throws IOException {
        assertThat(text(export("{\"givenNames\": null, \"phones\": [], \"sex\": \"F\"}")))
                .contains("Sexo: F")
                .doesNotContain("Nombres", "Teléfonos");
    }

    @Test
    void goesOnOverAsManyPagesAsItNeeds() throws IOException {
        ObjectNode export = export("{}");
        ArrayNode readings = export.putArray("readings");
        for (int i = 0; i < 1000; i++) {
            readings.addObject().put("institution", "gtm-igm").put("action", "return.read-" + i);
        }

        try (PDDocument pdf = Loader.loadPDF(ExportPdf.of(export))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(20);
            assertThat(new PDFTextStripper().getText(pdf)).contains("return.read-0", "return.read-999");
        }
    }

    /** What others sealed or published may have any shape. */
    @Test
    void writesWhatIsNestedDeeplyAndWhatNoFontHas() throws IOException {
        ObjectNode export = export("{}");
        ObjectNode inner = export.putObject("followed");
        for (int i = 0; i < 200; i++) {
            inner = inner.putObject("said");
        }
        inner.put("detail", "=cmd|'/c calc'!A1 \u4e2d\u0007\u202e" + "x".repeat(3000));

        assertThat(text(export)).contains("Detalle: =cmd|");
    }

    private static ObjectNode export(String part) {
        ObjectNode export = Json.mapper().createObjectNode();
        export.put("service", "reception");
        export.set("return", Json.read(part, JsonNode.class));
        return export;
    }

    private static String text(ObjectNode export) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ExportPdf.of(export))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
