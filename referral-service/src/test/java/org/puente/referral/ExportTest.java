package org.puente.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.export.CaseExport;
import org.puente.platform.json.Json;
import org.puente.platform.testing.ExportWords;
import org.puente.platform.testing.KnownCodes;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

@QuarkusTest
class ExportTest extends ReferralServiceTestBase {
    /** Tables that name a case or a referral and are in no part, each with its reason. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "dossier", "of the former release; it is empty",
            "attachment_part", "sealed files, which their recipient reads; attachments describe them",
            "early_fact", "facts of referrals that are not known: they belong to no case yet",
            "box_news", "copies of the facts of referrals, on their way",
            "box_change", "copies of the facts of referrals",
            "webhook_delivery", "which system was told of a fact of a referral, when");

    private static final String REQUEST = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    @Inject
    CaseExport export;

    /** A new table fails this test until the export has it, or a reason stands here. */
    @Test
    void holdsEveryTableThatNamesACaseOrAReferral() {
        Set<String> told = new HashSet<>(export.tables());
        told.addAll(LEFT_OUT.keySet());

        assertThat(Tables.column(database, """
                        select distinct c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and (c.column_name like '%case_id' or c.column_name like '%referral_id')
                        """)).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void holdsCaseConsentReferralsAndDossiers() {
        Arrived person = arrived(RegionFacts.person("Marta"), "region");
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = issued(person, offer);
        await().atMost(SOON)
                .until(() -> given().auth()
                                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                                .get("/v1/referrals/{id}/dossier", referral)
                                .statusCode()
                        == 200);

        JsonNode all =
                Json.read(export(RegionFacts.RECEPTION.value(), person.caseId()).asString(), JsonNode.class);

        assertThat(all.path("service").asText()).isEqualTo("referral");
        assertThat(all.at("/case/0/institution").asText()).isEqualTo(RegionFacts.RECEPTION.value());
        assertThat(all.at("/consents/0/consentId").asText())
                .isEqualTo(person.consent().consentId().toString());
        assertThat(all.at("/referrals/0/referralId").asText()).isEqualTo(referral);
        assertThat(all.path("dossiers").findValuesAsText("givenNames")).contains("Marta");
        assertThat(all.path("readings").findValuesAsText("action")).contains("dossier.read");
        assertThat(all.path("readings").findValuesAsText("institution")).contains("gtm-work");
        assertThat(ExportWords.missing(all)).isEmpty();
    }

    @Test
    void namesTheRequestOfThePersonInTheAudit() {
        Arrived person = arrived();
        await().atMost(SOON)
                .until(() ->
                        export(RegionFacts.RECEPTION.value(), person.caseId()).statusCode() == 200);
        Response refused = given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/export", person.caseId().toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("data-request-missing");
        assertThat(Tables.column(
                        database,
                        "select distinct why from audit where action = 'case.exported' and subject = ?",
                        person.caseId().toString()))
                .containsExactly("data-request " + REQUEST);
    }

    @Test
    void isForTheInstitutionOfTheCaseAlone() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        issued(person, offer);

        assertThat(export("gtm-work", person.caseId()).statusCode()).isEqualTo(404);
        assertThat(export("gtm-stranger", person.caseId()).statusCode()).isEqualTo(404);
        assertThat(export(RegionFacts.RECEPTION.value(), new CaseId(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Another node may put any case into its own referrals, and so nothing of them is told of the case. */
    @Test
    void holdsNothingThatAnotherNodeSaysOfTheCase() {
        Arrived person = arrived();
        await().atMost(SOON)
                .until(() ->
                        export(RegionFacts.RECEPTION.value(), person.caseId()).statusCode() == 200);
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued forged = forged(person.caseId(), offer);
        Wire.publish("hnd", "referral", "gtm", forged);
        await().atMost(SOON)
                .until(() -> Tables.holds(
                        database,
                        "select true from referral where referral_id = ?",
                        forged.referralId().value()));

        Response exported = export(RegionFacts.RECEPTION.value(), person.caseId());

        assertThat(exported.asString()).doesNotContain(forged.referralId().toString());
        assertThat(exported.<java.util.List<Object>>path("referrals")).isEmpty();
    }

    @Test
    void hasNoCodeOnPaperButItsLabel() {
        ObjectNode file = RegionFacts.person("Marta");
        file.put("sex", "F");
        file.put("nationality", "HND");
        file.putArray("languages").add("spa");
        file.putArray("documents").addObject().put("kind", "passport").put("number", "C123456");
        Arrived person = arrived(file, "region");
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = issued(person, offer);
        given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .contentType("application/json")
                .body("{\"type\": \"declined\", \"reason\": \"no-capacity\"}")
                .post("/v1/referrals/{id}/facts", referral)
                .then()
                .statusCode(200);

        byte[] pdf = paper(person).asByteArray();

        assertThat(KnownCodes.on(pdf)).isEmpty();
        assertThat(KnownCodes.text(pdf))
                .contains("Sexo: Mujer", "Tipo: Pasaporte", "Categoría: Empleo", "Razón: No hay lugar");
    }

    @Test
    void isAPdfForWhoAsksForOne() {
        Arrived person = arrived();
        await().atMost(SOON)
                .until(() ->
                        export(RegionFacts.RECEPTION.value(), person.caseId()).statusCode() == 200);
        Response pdf = paper(person);

        assertThat(pdf.contentType()).startsWith("application/pdf");
        assertThat(new String(pdf.asByteArray(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private static ReferralFact.Issued forged(CaseId caseId, OfferPublished offer) {
        return new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                caseId,
                new InstitutionId("hnd-inm"),
                Instant.now(),
                null,
                offer.offerId(),
                new Party(new NodeId("hnd"), new InstitutionId("hnd-inm")),
                new Party(offer.node(), offer.institution()),
                RegionFacts.WORK,
                Priority.NORMAL,
                Instant.now().plus(LONG),
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
    }

    private static Response paper(Arrived person) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .accept("application/pdf")
                .queryParam("dataRequest", REQUEST)
                .get("/v1/cases/{id}/export", person.caseId().toString());
    }

    private static Response export(String institution, CaseId caseId) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .queryParam("dataRequest", REQUEST)
                .get("/v1/cases/{id}/export", caseId.toString());
    }
}
