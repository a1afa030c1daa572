package org.puente.reception.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.export.CaseExport;
import org.puente.platform.json.Json;
import org.puente.platform.testing.ExportWords;
import org.puente.platform.testing.KnownCodes;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class ExportTest extends ReceptionTest {
    /** Tables that name a case and are in no part, each with its reason. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "complaint", "is given by its recipient: the institution complained about must not read it",
            "person_document", "a keyed hash of a number that stands in the return",
            "person_document_other", "a keyed hash of a number that stands in the return",
            "person_match", "keyed hashes and a sealed copy of what stands in the return");

    @Inject
    CaseExport export;

    /** A new table fails this test until the export has it, or a reason stands here. */
    @Test
    void holdsEveryTableThatNamesACase() throws SQLException {
        Set<String> told = new HashSet<>(export.tables());
        told.addAll(LEFT_OUT.keySet());

        assertThat(tablesThatNameACase()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void holdsWhatWasRecordedOfThePerson() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response registered = register(form);
        String caseId = registered.path("caseId");
        intake().body("{\"kinds\": [\"food\"]}").post("/v1/returns/" + caseId + "/help");
        intake().body("{}").put("/v1/returns/" + caseId + "/departure");
        intake().body("{}").post("/v1/returns/" + caseId + "/certificates");
        intake().body("{\"caseId\": \"%s\", \"kind\": \"access\", \"details\": \"Por escrito\"}".formatted(caseId))
                .post("/v1/data-requests");
        String request = intake().get("/v1/data-requests?caseId=" + caseId).path("items[0].requestId");
        intake().get("/v1/data-requests/" + request);
        intake().get("/v1/returns/" + caseId);

        Response exported = export(caseId, "application/json");
        JsonNode all = Json.read(exported.asString(), JsonNode.class);

        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(all.at("/return/0/recorded/person/familyNames").asText())
                .isEqualTo(form.text("/person/familyNames"));
        assertThat(all.at("/return/0/recorded/restricted/health").asText()).isEqualTo("Insulinodependiente");
        assertThat(all.at("/consents/0/terms/purposes/0").asText()).isEqualTo("referral");
        assertThat(all.at("/certificates/0/printed/givenNames").asText()).isEqualTo(form.text("/person/givenNames"));
        assertThat(all.at("/help/0/kinds/0").asText()).isEqualTo("food");
        assertThat(all.at("/departure/0/leftAt").isMissingNode()).isFalse();
        assertThat(all.at("/requests/0/details").asText()).isEqualTo("Por escrito");
        assertThat(all.path("readings").findValuesAsText("action")).contains("return.read", "data-request.read");
        assertThat(all.path("readings").findValuesAsText("institution")).contains("gtm-igm");
        assertThat(ExportWords.missing(all)).isEmpty();
    }

    @Test
    void isHandedOutBecauseThePersonAskedAlone() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        Response refused = intake().get("/v1/returns/" + caseId + "/export");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).endsWith("no-open-access-request");

        String id = asked(caseId);
        assertThat(intake().get("/v1/returns/" + caseId + "/export?dataRequest=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(422);
        assertThat(intake().get("/v1/returns/" + caseId + "/export").statusCode())
                .isEqualTo(200);
        assertThat(count("select count(*) from audit where action = 'return.exported' and subject = '" + caseId
                        + "' and why = 'data-request " + id + "'"))
                .isOne();

        intake().body("{\"outcome\": \"granted\"}").post("/v1/data-requests/" + id + "/answer");
        assertThat(intake().get("/v1/returns/" + caseId + "/export").statusCode())
                .isEqualTo(422);
    }

    @Test
    void namesTheOtherCasesOfThePersonHereAndIsGivenOfThemToo() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String caseId = register(form).path("caseId");
        String other = register(form).path("caseId");
        asked(caseId);

        JsonNode all =
                Json.read(intake().get("/v1/returns/" + caseId + "/export").asString(), JsonNode.class);
        assertThat(all.at("/otherCases/0/caseId").asText()).isEqualTo(other);
        assertThat(ExportWords.missing(all)).isEmpty();
        assertThat(intake().get("/v1/returns/" + other + "/export").statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesNoOfficerWhoRead() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        intake().get("/v1/returns/" + caseId);

        assertThat(export(caseId, "application/json").asString()).doesNotContain("\"actor\"", "test-");
    }

    @Test
    void isNothingThatABrowserRuns() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        for (String type : List.of("application/json", "application/pdf")) {
            Response exported = export(caseId, type);
            assertThat(exported.contentType()).startsWith(type);
            assertThat(exported.header("Content-Disposition")).startsWith("attachment;");
            assertThat(exported.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(exported.header("Content-Security-Policy")).contains("sandbox");
            assertThat(exported.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void isReadableAsPdfInSpanish() {
        RegistrationForm form = RegistrationForm.filled();
        String caseId = register(form).path("caseId");

        assertThat(KnownCodes.text(export(caseId, "application/pdf").asByteArray()))
                .contains(
                        "Datos personales que guarda la institución",
                        "Apellidos: " + form.text("/person/familyNames"),
                        "Fecha de nacimiento: 14 de marzo de 1991",
                        "Consentimientos",
                        "Quién leyó o cambió los datos");
    }

    @Test
    void isReadableAsPdfInEnglishForWhoAsksForIt() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        asked(caseId);

        byte[] pdf = intake().accept("application/pdf")
                .header("Accept-Language", "en")
                .get("/v1/returns/" + caseId + "/export")
                .asByteArray();

        assertThat(KnownCodes.text(pdf)).contains("Personal data", "Date of birth: March 14, 1991", "Sex: Female");
        assertThat(KnownCodes.on(pdf)).isEmpty();
    }

    @Test
    void hasNoCodeOnPaperButItsLabel() {
        RegistrationForm form = RegistrationForm.filled()
                .document("dui", RegistrationForm.dui())
                .with(
                        "/background",
                        "{'legalProvision': 'us-title-42', 'reasons': ['family'],"
                                + " 'conditions': {'separatedFrom': ['partner'], 'belongingsLost': ['money'],"
                                + " 'debt': {'band': '1000-4999', 'owedTo': 'bank'}},"
                                + " 'work': [{'isco': '71', 'years': 6, 'where': 'USA'}],"
                                + " 'studies': {'level': '3', 'finished': true}}")
                .with("/person/papers", "[{'paper': 'passport', 'step': 'asked', 'on': '2025-01-02'}]")
                .with("/person/safeContact", "{'ways': ['message'], 'language': 'spa'}")
                .with(
                        "/relatives",
                        "[{'relation': 'child', 'givenNames': 'Lupe', 'sex': 'M', 'place': {'country': 'HND'}}]");
        String caseId = register(form).path("caseId");
        intake().body("{\"kinds\": [\"food\"]}").post("/v1/returns/" + caseId + "/help");
        intake().body("{}").put("/v1/returns/" + caseId + "/departure");
        intake().body("{}").post("/v1/returns/" + caseId + "/certificates");
        intake().get("/v1/returns/" + caseId);
        String answered = asked(caseId);
        intake().body("{\"outcome\": \"granted\"}").post("/v1/data-requests/" + answered + "/answer");

        byte[] pdf = export(caseId, "application/pdf").asByteArray();

        assertThat(KnownCodes.on(pdf)).isEmpty();
        assertThat(KnownCodes.text(pdf))
                .contains(
                        "Categoría: Empleo",
                        "• Alimentos",
                        "Ocupación (CIUO-08): Oficiales y operarios de la construcción",
                        "Nivel: Secundaria alta",
                        "Acción: Leyó los datos",
                        "Resultado: Concedida");
    }

    @Test
    void isAudited() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        export(caseId, "application/pdf");

        assertThat(count("select count(*) from audit where action = 'return.exported' and subject = '" + caseId + "'"))
                .isOne();
    }

    @Test
    void isForTheInstitutionOfTheCaseAlone() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        assertThat(by("gtm-other").get("/v1/returns/" + caseId + "/export").statusCode())
                .isEqualTo(404);
    }

    private static String asked(String caseId) {
        return intake().body("{\"caseId\": \"%s\", \"kind\": \"access\"}".formatted(caseId))
                .post("/v1/data-requests")
                .path("requestId");
    }

    private static Response export(String caseId, String type) {
        asked(caseId);
        return intake().accept(type).get("/v1/returns/" + caseId + "/export");
    }

    private static Set<String> tablesThatNameACase() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Connection connection = databaseConnection();
                ResultSet found = connection.createStatement().executeQuery("""
                        select distinct c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.column_name like '%case_id'
                        """)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
