package org.puente.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.export.CaseExport;
import org.puente.platform.json.Json;
import org.puente.platform.testing.ExportWords;
import org.puente.platform.testing.KnownCodes;
import org.puente.platform.testing.Tokens;

@QuarkusTest
class ExportTest extends VisitDossierTestBase {
    private static final String REQUEST = UUID.randomUUID().toString();

    @Inject
    CaseExport export;

    /** A new table fails this test until the export has it. */
    @Test
    void holdsEveryTableThatNamesACaseOrAFollowUp() {
        String tables = query("""
                select string_agg(distinct c.table_name, ',') from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and (c.column_name like '%case_id' or c.column_name like '%follow_up_id'
                       or c.table_name = 'case_file')
                """);

        assertThat(Arrays.asList(tables.split(","))).containsExactlyInAnyOrderElementsOf(export.tables());
    }

    @Test
    void holdsPlanConsentAndWhoIsVisited() {
        Person person = visitable(Person.goingTo("HN-CR"));

        JsonNode all = Json.read(export(RECEPTION, person).asString(), JsonNode.class);

        assertThat(all.path("service").asText()).isEqualTo("followup");
        assertThat(all.at("/case/0/institution").asText()).isEqualTo(RECEPTION);
        assertThat(all.at("/consents/0/consentId").asText())
                .isEqualTo(person.consentId().toString());
        assertThat(all.path("plan").findValuesAsText("followUpId")).contains(firstOf(person));
        assertThat(all.at("/visitDossier/givenNames").asText()).isEqualTo("Zenaida");
        assertThat(ExportWords.missing(all)).isEmpty();
    }

    @Test
    void holdsWhatWasAnsweredAtAVisit() {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, ANSWERED).then().statusCode(200);

        JsonNode all = Json.read(export(RECEPTION, person).asString(), JsonNode.class);

        assertThat(all.path("plan").findValuesAsText("less-food")).containsExactly("often");
        assertThat(all.path("plan").findValuesAsText("instrument")).contains("puente-baseline-1");
        assertThat(ExportWords.missing(all)).isEmpty();
    }

    @Test
    void namesTheRequestOfThePersonInTheAudit() {
        Person person = planned(Person.goingTo("HN-CR"));
        Response refused = given().auth()
                .oauth2(Tokens.of("hnd", RECEPTION, "case-manager"))
                .get("/v1/cases/{id}/export", person.caseId().toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("data-request-missing");

        export(RECEPTION, person);

        assertThat(query(
                        "select why from audit where action = 'case.exported' and subject = '" + person.caseId() + "'"))
                .isEqualTo("data-request " + REQUEST);
    }

    @Test
    void holdsWhoReadIt() {
        Person person = visitable(Person.goingTo("HN-CR"));
        read(firstOf(person), MUNICIPAL).statusCode(200);

        JsonNode all = Json.read(export(RECEPTION, person).asString(), JsonNode.class);

        assertThat(all.path("readings").findValuesAsText("action")).contains("dossier.read");
        assertThat(all.path("readings").findValuesAsText("institution")).contains(MUNICIPAL);
        assertThat(all.toString()).doesNotContain("\"actor\"");
    }

    @Test
    void isForTheInstitutionThatReceivedThePersonAlone() {
        Person person = planned(Person.goingTo("HN-CR"));

        assertThat(export(RECEPTION, person).statusCode()).isEqualTo(200);
        assertThat(export(MUNICIPAL, person).statusCode()).isEqualTo(404);
        assertThat(export("hnd-stranger", person).statusCode()).isEqualTo(404);
        assertThat(given().auth()
                        .oauth2(Tokens.of("hnd", RECEPTION, "case-manager"))
                        .queryParam("dataRequest", REQUEST)
                        .get("/v1/cases/{id}/export", UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hasNoCodeOnPaperButItsLabel() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        held(person);
        visit(followUp, MUNICIPAL, ANSWERED).then().statusCode(200);

        byte[] pdf = paper(person).asByteArray();

        assertThat(KnownCodes.on(pdf)).isEmpty();
        assertThat(KnownCodes.text(pdf))
                .contains(
                        "Departamento o estado: Cortés",
                        "Estado: Hecha",
                        "¿Cómo es el lugar donde vive?: Buena",
                        "Línea de base de reintegración de Puente");
    }

    @Test
    void isAPdfForWhoAsksForOne() {
        Person person = planned(Person.goingTo("HN-CR"));
        Response pdf = paper(person);

        assertThat(pdf.contentType()).startsWith("application/pdf");
        assertThat(new String(pdf.asByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private static Response paper(Person person) {
        return given().auth()
                .oauth2(Tokens.of("hnd", RECEPTION, "case-manager"))
                .accept("application/pdf")
                .queryParam("dataRequest", REQUEST)
                .get("/v1/cases/{id}/export", person.caseId().toString());
    }

    private static Response export(String institution, Person person) {
        return given().auth()
                .oauth2(Tokens.of("hnd", institution, "case-manager"))
                .queryParam("dataRequest", REQUEST)
                .get("/v1/cases/{id}/export", person.caseId().toString());
    }
}
