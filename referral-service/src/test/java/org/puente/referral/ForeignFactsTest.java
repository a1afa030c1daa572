package org.puente.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.OfferBuilder;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** A node that means ill, or is broken, speaks of what is another's. */
@QuarkusTest
class ForeignFactsTest extends ReferralServiceTestBase {
    @Inject
    DataSource database;

    private static final InstitutionId ELSEWHERE = new InstitutionId("hnd-work");
    private static final InstitutionId STRANGER = new InstitutionId("gtm-stranger");

    /** Not by the list: that begins with the oldest, and other tests put hundreds aside. */
    private void putAside(String key, String cause) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                Tables.column(database, "select cause from dead_letter where record_key = ?", key))
                        .contains(cause));
    }

    private static OfferPublished takenOver(OfferPublished offer) {
        return OfferBuilder.like(offer)
                .institution(ELSEWHERE.value())
                .node("hnd")
                .updatedAt(Instant.now().plusSeconds(3600))
                .build();
    }

    @Test
    void aReferralGoesToTheOffersOwnNodeWhateverAnotherPublishes() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        Arrived person = arrived();
        Wire.publish("hnd", "registry", takenOver(offer));
        putAside(offer.subject(), "foreign-entry");
        read(RegionFacts.RECEPTION.value(), issued(person, offer))
                .body("to.node", equalTo("gtm"))
                .body("to.institution", equalTo("gtm-work"));
    }

    @Test
    void theFreePlacesOfAnOfferAreItsOwnNodesToPublish() {
        CapacityChanged foreign = new CapacityChanged(
                published(RegionFacts.offer(offerId("gtm"), 3, LONG)).offerId(),
                ELSEWHERE,
                new NodeId("hnd"),
                0,
                3,
                CapacityUnit.PERSONS,
                7,
                Instant.now().plusSeconds(3600));
        Wire.publish("hnd", "referral", foreign);
        putAside(foreign.subject(), "foreign-entry");
    }

    /** What nobody answers is held until its deadline is long over. */
    @Test
    void aDeadlineThatNoOfferCanPromiseIsPutAside() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued far = fromHonduras(offer, Instant.now().plus(Duration.ofDays(400)));
        Wire.publish("hnd", "referral", "gtm", far);
        putAside(far.subject(), "deadline-too-far");
    }

    @Test
    void whatIsKnownOfACaseIsItsOwnNodesToSeal() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        DossierFact.Sealed forged = forged(person.caseId(), Seal.newest(keys.published()));
        Wire.publish("hnd", "reception", "gtm", forged);
        putAside(forged.subject(), "foreign-party");
        String referral = issued(person, offer);
        await().atMost(SOON)
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                        .get("/v1/referrals/{id}/dossier", referral)
                        .then()
                        .statusCode(200)
                        .body("givenNames", equalTo("Wilmer")));
    }

    /** Whoever registers a return under the id of a case that was erased must not be taken for its owner. */
    @Test
    void aCaseIsOfWhoRegisteredItWhateverAnotherInstitutionPublishes() {
        Arrived person = arrived();
        String referral = issued(person, published(RegionFacts.offer(offerId("gtm"), null, LONG)));
        Wire.publish("gtm", "reception", by(STRANGER, RegionFacts.amended(person.caseId())));
        putAside(person.caseId().toString(), "foreign-party");
        referralsOf(person, STRANGER).statusCode(404);
        referralsOf(person, RegionFacts.RECEPTION).body("referrals.referral.referralId", hasItem(referral));
    }

    @Test
    void ofFactsThatComeTogetherTheForeignOneAloneIsPutAside() {
        Arrived person = arrived();
        CaseId other = new CaseId(UUID.randomUUID());
        Wire.publish("gtm", "reception", by(STRANGER, RegionFacts.amended(person.caseId())));
        Wire.publish("gtm", "reception", RegionFacts.registered(other));
        putAside(person.caseId().toString(), "foreign-party");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Tables.column(
                                database, "select institution from case_file where case_id = ?", other.value()))
                        .containsExactly(RegionFacts.RECEPTION.value()));
    }

    private static ValidatableResponse referralsOf(Arrived person, InstitutionId reader) {
        return given().auth()
                .oauth2(Tokens.of("gtm", reader.value(), "case-manager"))
                .get("/v1/cases/{id}/referrals", person.caseId().toString())
                .then();
    }

    private static ReturnFact by(InstitutionId other, ReturnFact.Amended state) {
        ObjectNode json = Json.mapper().valueToTree(state);
        return Json.read(json.put("institution", other.value()).toString(), ReturnFact.Amended.class);
    }

    private static DossierFact.Sealed forged(CaseId caseId, JsonWebKey to) {
        return new DossierFact.Sealed(
                new DossierId(UUID.randomUUID()),
                null,
                caseId,
                ELSEWHERE,
                Instant.now().plusSeconds(3600),
                new NodeId("gtm"),
                to.getKeyId(),
                Seal.seal(RegionFacts.person("Forged").toString(), to));
    }
}
