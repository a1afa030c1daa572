package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.NodeId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** What a referral would send, shown before it is sealed. */
@QuarkusTest
class PreviewTest extends PreviewSlice {
    private static final DossierField[] SOME = {
        DossierField.GIVEN_NAMES, DossierField.BIRTH_DATE, DossierField.SKILLS, DossierField.HOUSEHOLD
    };

    @Inject
    NodeKeys ownKeys;

    private static ValidatableResponse preview(String institution, CaseId id, OfferPublished offer, String more) {
        return get(institution, "/v1/cases/" + id + "/preview?offerId=" + offer.offerId() + more);
    }

    /** A preview of what has not come yet says so: here it has come. */
    @Override
    protected Arrived arrived(ObjectNode person, String... scope) {
        return settled(super.arrived(person, scope));
    }

    private Arrived settled(Arrived person) {
        UUID id = person.caseId().value();
        await().atMost(SOON)
                .until(() -> Tables.holds(
                        database,
                        "select exists (select from case_file where case_id = ?)"
                                + " and exists (select from consent where case_id = ?)"
                                + " and exists (select from sealed_dossier where belongs_to = ?)",
                        id,
                        id,
                        id));
        return person;
    }

    private Arrived worker() {
        ObjectNode person = workerDossier();
        person.putObject("household").put("size", 1);
        return arrived(person, "region");
    }

    private static ValidatableResponse issue(Arrived person, OfferPublished offer, String previewed) {
        return given().auth()
                .oauth2(token(OWNER))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "caseId", person.caseId().toString(),
                        "offerId", offer.offerId().toString(),
                        "need", Map.of("dimension", "economic", "category", "employment", "urgency", "normal"),
                        "consentId", person.consent().consentId().toString(),
                        "previewed", previewed))
                .post("/v1/referrals")
                .then();
    }

    @Test
    void whatIsSealedIsWhatWasShown() {
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", SOME);
        ValidatableResponse preview = preview(OWNER, person.caseId(), offer, "")
                .statusCode(200)
                .body("possible", equalTo(true))
                .body("problems", empty());
        String referral = issue(person, offer, preview.extract().path("contentId"))
                .statusCode(201)
                .extract()
                .path("referralId");
        assertThat(shown(preview)).isEqualTo(sealed(referral)).hasSize(6);
        assertThat(shown(preview).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("givenNames", "ageYears", "skills", "work", "studies", "household");
    }

    @Test
    void itIsShownInWordsOfTheReader() {
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", SOME);
        given().auth()
                .oauth2(token(OWNER))
                .header("Accept-Language", "es")
                .queryParam("offerId", offer.offerId().value())
                .get("/v1/cases/{id}/preview", person.caseId().toString())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name.es", equalTo("Empleo"))
                .body("purpose.code", equalTo("referral"))
                .body("purpose.label", containsString("Canalizar"))
                .body("fields.find { it.name == 'givenNames' }.label", equalTo("nombres"))
                .body("fields.find { it.name == 'ageYears' }.label", equalTo("edad en años"));
    }

    @Test
    void codesAreReadToThePersonInWords() {
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", SOME);
        given().auth()
                .oauth2(token(OWNER))
                .header("Accept-Language", "es")
                .queryParam("offerId", offer.offerId().value())
                .get("/v1/cases/{id}/preview", person.caseId().toString())
                .then()
                .statusCode(200)
                .body("fields.find { it.name == 'studies' }.value.level", equalTo("2"))
                .body("fields.find { it.name == 'studies' }.text", equalTo("Nivel: Secundaria baja, Terminados: sí"))
                .body("fields.find { it.name == 'givenNames' }", not(hasKey("text")));
    }

    @Test
    void theRecipientIsNamed() {
        Wire.publish(
                "hnd",
                "registry",
                new InstitutionPublished(
                        new InstitutionId("hnd-work"),
                        new NodeId("hnd"),
                        "Secretaría de Trabajo",
                        InstitutionKind.GOVERNMENT,
                        List.of(),
                        List.of(),
                        DirectoryStatus.ACTIVE,
                        null,
                        Instant.now()));
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", SOME);
        await().atMost(SOON)
                .untilAsserted(() -> preview(OWNER, person.caseId(), offer, "")
                        .body("recipient.institution", equalTo("hnd-work"))
                        .body("recipient.name", equalTo("Secretaría de Trabajo"))
                        .body("recipient.nodeName", equalTo("hnd")));
    }

    @Test
    void aReferralThatDependsOnWhatWasShownSendsNothingElse() {
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", SOME);
        String content = preview(OWNER, person.caseId(), offer, "").extract().path("contentId");
        Wire.publish(
                "gtm",
                "reception",
                "gtm",
                RegionFacts.sealed(person.caseId(), "gtm", worker("Somebody else"), Seal.newest(ownKeys.published())));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(preview(OWNER, person.caseId(), offer, "")
                                .extract()
                                .<String>path("contentId"))
                        .isNotEqualTo(content));
        issue(person, offer, content).statusCode(409).body("type", equalTo("urn:puente:problem:preview-outdated"));
        assertThat(referralsOf(person)).isEmpty();
    }

    private static ObjectNode worker(String name) {
        ObjectNode person = RegionFacts.person(name);
        person.putArray("skills");
        person.putObject("household").put("size", 1);
        return person;
    }

    private static List<String> referralsOf(Arrived person) {
        return get(OWNER, "/v1/cases/" + person.caseId() + "/referrals")
                .extract()
                .path("referrals");
    }

    @Test
    void whatTheOfferAsksForAndTheDossierLacksIsNamed() {
        Arrived person = worker();
        OfferPublished offer = offer("hnd-work", DossierField.GIVEN_NAMES, DossierField.LANGUAGES);
        preview(OWNER, person.caseId(), offer, "")
                .statusCode(200)
                .body("possible", equalTo(false))
                .body("fields.name", contains("givenNames"))
                .body("missing.name", contains("languages"))
                .body("problems.code", contains("fields-missing"));
    }

    @Test
    void withoutAConsentForTheRecipientNothingIsShown() {
        Arrived person = arrived(RegionFacts.person("Wilmer"), "gtm-other");
        OfferPublished offer = offer("hnd-work", DossierField.GIVEN_NAMES);
        ValidatableResponse preview = preview(OWNER, person.caseId(), offer, "")
                .statusCode(200)
                .body("possible", equalTo(false))
                .body("fields", empty())
                .body("contentId", nullValue())
                .body("leftOut.code", contains("left-out-without-consent"))
                .body("problems.code", contains("consent-does-not-cover"));
        assertThat(preview.extract().asString()).doesNotContain("Wilmer");
    }

    @Test
    void ofSeveralConsentsTheOneForTheRecipientCounts() {
        Arrived person = arrived(RegionFacts.person("Wilmer"), "hnd-work");
        UUID other = Wire.publish("gtm", "reception", RegionFacts.consent(person.caseId(), "gtm-other"));
        await().atMost(SOON).until(() -> Tables.taken(database, other));
        OfferPublished offer = offer("hnd-work", DossierField.GIVEN_NAMES);
        preview(OWNER, person.caseId(), offer, "")
                .statusCode(200)
                .body("possible", equalTo(true))
                .body("consentId", equalTo(person.consent().consentId().toString()));
        preview(OWNER, person.caseId(), offer, "&consentId=" + UUID.randomUUID())
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-consent"));
    }

    @Test
    void whatIsMostSensitiveIsShownWithTheReason() {
        Arrived person = worker();
        OfferPublished open = offer("hnd-work", DossierField.GIVEN_NAMES, DossierField.RESTRICTED);
        preview(OWNER, person.caseId(), open, "")
                .statusCode(200)
                .body("fields.name", contains("givenNames"))
                .body("leftOut.code", contains("left-out-not-approved"))
                .body("problems.code", contains("restricted-not-approved"));
        OfferPublished shelter = offer(ACCOMPLICE, "shelter", true, DossierField.RESTRICTED);
        preview(OWNER, person.caseId(), shelter, "")
                .statusCode(200)
                .body("fields[0].value.health", equalTo("insulin"))
                .body("fields[0].why", containsString("Shelter"));
    }

    @Test
    void allThatStandsAgainstItIsNamedAtOnce() {
        CaseId id = new CaseId(UUID.randomUUID());
        Wire.publish("gtm", "reception", RegionFacts.registered(id, Profile.UNACCOMPANIED_CHILD));
        ReturnFact.ConsentRecorded consent = RegionFacts.consent(id, "gtm-other");
        Wire.publish("gtm", "reception", consent);
        Wire.publish(
                "gtm",
                "reception",
                "gtm",
                RegionFacts.sealed(id, "gtm", worker("Ana"), Seal.newest(ownKeys.published())));
        settled(new Arrived(id, consent));
        preview(OWNER, id, offer("hnd-work", DossierField.GIVEN_NAMES), "")
                .statusCode(200)
                .body("problems.code", contains("child-protection-first", "consent-does-not-cover"));
    }
}
