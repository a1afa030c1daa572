package org.puente.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.platform.text.MemberText;

/** What a person gets of their own data, to read. */
class ExportPdfTest {
    private static final MemberText SPANISH =
            new MemberText(Locale.of("es"), ZoneId.of("America/Guatemala"), List.of());

    private static final MemberText ENGLISH = new MemberText(Locale.ENGLISH, ZoneId.of("America/Guatemala"), List.of());

    @Test
    void namesWhatIsHeldInSpanish() throws IOException {
        ObjectNode export = export("{\"givenNames\": \"Ana Xiquín\", \"trafficking\": false}");

        assertThat(text(export)).contains("Nombres: Ana Xiquín", "Indicios de trata: no");
    }

    @Test
    void hasLabelsInsteadOfCodes() throws IOException {
        ObjectNode export = export("""
                {"sex": "F", "languages": ["spa", "mam"], "skills": ["brick-laying"],
                 "documents": [{"kind": "dui", "number": "04567890-1"}],
                 "needs": [{"dimension": "social", "category": "one-stop-desk", "urgency": "normal"}],
                 "destination": {"country": "HND", "subdivision": "HN-FM", "municipality": "Cedros"}}
                """);

        assertThat(text(export))
                .contains(
                        "Sexo: Mujer",
                        "• español",
                        "• brick laying",
                        "Tipo: DUI (El Salvador)",
                        "Categoría: Ventanilla única",
                        "País: Honduras",
                        "Departamento o estado: Francisco Morazán",
                        "Servicio: Recepción");
    }

    @Test
    void hasTheWordsOfTheLanguageThatIsAskedFor() throws IOException {
        ObjectNode export = export("{\"sex\": \"F\", \"returnedOn\": \"2025-01-02\", \"trafficking\": false}");

        assertThat(text(export, ENGLISH))
                .contains("Personal data", "Sex: Female", "January 2, 2025", "Signs of trafficking: no");
    }

    @Test
    void hasDaysAndTimesAsPeopleWriteThemAtTheNode() throws IOException {
        ObjectNode export =
                export("{\"returnedOn\": \"2025-01-02\", \"registeredAt\": \"2025-01-03T02:30:00.123+00:00\"}");

        assertThat(text(export)).contains("retorno: 2 de enero de 2025", "Registrado el: 2 de enero de 2025, 20:30");
    }

    /** Else what somebody wrote would be changed. */
    @Test
    void leavesFreeTextAsItIsThoughItIsSpeltLikeACode() throws IOException {
        ObjectNode export = export("{\"givenNames\": \"F\", \"note\": \"one-stop-desk\", \"details\": \"2025-01-02\"}");

        assertThat(text(export)).contains("Nombres: F", "Nota: one-stop-desk", "Lo que dijo la persona: 2025-01-02");
    }

    @Test
    void saysWhereNothingIsHeld() throws IOException {
        assertThat(text(export("{}"))).contains("Nada.");
    }

    @Test
    void leavesOutWhatIsNullOrEmpty() throws IOException {
        assertThat(text(export("{\"givenNames\": null, \"phones\": [], \"sex\": \"F\"}")))
                .contains("Sexo: Mujer")
                .doesNotContain("Nombres", "Teléfonos");
    }

    @Test
    void goesOnOverAsManyPagesAsItNeeds() throws IOException {
        ObjectNode export = export("{}");
        ArrayNode readings = export.putArray("readings");
        for (int i = 0; i < 1000; i++) {
            readings.addObject().put("institution", "gtm-igm").put("action", "return.read-" + i);
        }

        try (PDDocument pdf = Loader.loadPDF(ExportPdf.of(export, SPANISH))) {
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
        return text(export, SPANISH);
    }

    private static String text(ObjectNode export, MemberText words) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ExportPdf.of(export, words))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
