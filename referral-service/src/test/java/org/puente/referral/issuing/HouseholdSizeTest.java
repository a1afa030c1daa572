package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.ReferralFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** A shelter plans as many beds as the family that comes needs. */
@QuarkusTest
class HouseholdSizeTest extends ReferralServiceTestBase {
    @Inject
    DataSource database;

    @Inject
    NodeKeys ownKeys;

    private final HouseholdId family = new HouseholdId(UUID.randomUUID());

    /** Somebody of the family, sealed when the given number of them was registered. */
    private Arrived member(int size) {
        Arrived member = arrived(irma(size), "region");
        Wire.publish("gtm", "reception", RegionFacts.ofHousehold(member.caseId(), family));
        return member;
    }

    private ObjectNode irma(int size) {
        ObjectNode person = RegionFacts.person("Irma");
        person.putObject("household")
                .put("id", family.toString())
                .put("role", "head")
                .put("size", size);
        return person;
    }

    private boolean known(int members) {
        return Tables.holds(
                database, "select count(*) = ? from case_file where household = ?", members, family.value());
    }

    /** The size that a shelter in Honduras reads of the first of those who are known here. */
    private int sizeSent(Arrived... members) throws JsonProcessingException {
        await().atMost(SOON).until(() -> known(members.length));
        OfferPublished shelter =
                published(RegionFacts.offer(offerId("hnd"), "shelter", null, LONG, DossierField.HOUSEHOLD));
        String referral = issued(members[0], shelter);
        await().atMost(SOON).until(() -> !issued(referral).isEmpty());
        String dossier = issued(referral).getFirst().dossierId().toString();
        await().atMost(SOON).until(() -> !sealed(dossier).isEmpty());
        String contents = Seal.open(sealed(dossier).getFirst().jwe(), new JsonWebKeySet(HND_KEY));
        return Json.mapper().readTree(contents).path("household").path("size").intValue();
    }

    private static List<ReferralFact.Issued> issued(String referral) {
        return Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Issued.class);
    }

    private static List<DossierFact.Sealed> sealed(String dossier) {
        return Wire.facts("puente.gtm.dossiers.hnd", dossier, DossierFact.Sealed.class);
    }

    private static ValidatableResponse preview(String institution, Arrived person, OfferPublished offer) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager", "intake"))
                .queryParam("offerId", offer.offerId().value())
                .get("/v1/cases/{id}/preview", person.caseId().toString())
                .then();
    }

    private static void shows(String institution, Arrived person, OfferPublished offer, int size) {
        preview(institution, person, offer)
                .statusCode(200)
                .body("fields.find { it.name == 'household' }.value.size", equalTo(size));
    }

    private OfferPublished offerOf(String institution) {
        return published(OfferStates.by(
                institution,
                RegionFacts.offer(
                        offerId(institution.substring(0, 3)), "shelter", null, LONG, DossierField.HOUSEHOLD)));
    }

    /** Who came since is not for somebody who was sent the family as it was. */
    @Test
    void anotherInstitutionSeesAndPassesOnTheSizeThatItWasSent() {
        Arrived first = member(1);
        String sent = issued(first, offerOf("gtm-work"));
        await().atMost(SOON).until(() -> dossierStatus("gtm-work", sent) == 200);
        member(2);
        member(3);
        await().atMost(SOON).until(() -> known(3));
        OfferPublished shelter = offerOf("hnd-work");
        await().atMost(SOON).untilAsserted(() -> shows(RegionFacts.RECEPTION.value(), first, shelter, 3));

        shows("gtm-work", first, shelter, 1);
    }

    @Test
    void aSizeThatReceptionKnowsBetterStandsForTheOwnerAlone() {
        Arrived first = member(1);
        String sent = issued(first, offerOf("gtm-work"));
        await().atMost(SOON).until(() -> dossierStatus("gtm-work", sent) == 200);
        Wire.publish(
                "gtm",
                "reception",
                "gtm",
                RegionFacts.sealed(first.caseId(), "gtm", irma(4), Seal.newest(ownKeys.published())));
        OfferPublished shelter = offerOf("hnd-work");
        await().atMost(SOON).untilAsserted(() -> shows(RegionFacts.RECEPTION.value(), first, shelter, 4));

        shows("gtm-work", first, shelter, 1);
    }

    private static int dossierStatus(String institution, String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .then()
                .extract()
                .statusCode();
    }

    @Test
    void whoIsRegisteredFirstIsReferredWithAllWhoCameAfter() throws JsonProcessingException {
        assertThat(sizeSent(member(1), member(2), member(3))).isEqualTo(3);
    }

    @Test
    void aSizeThatReceptionKnowsBetterStands() throws JsonProcessingException {
        assertThat(sizeSent(member(4), member(4))).isEqualTo(4);
    }
}
