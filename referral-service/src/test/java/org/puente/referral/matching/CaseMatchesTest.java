package org.puente.referral.matching;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Profile;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

@QuarkusTest
class CaseMatchesTest extends ReferralServiceTestBase {

    private static ValidatableResponse matches(Arrived person, String... roles) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), roles))
                .get("/v1/cases/{id}/matches", person.caseId().toString())
                .then()
                .statusCode(200);
    }

    private static String why(OfferPublished offer) {
        return "offers.find { it.offerId == '%s' }.reasons.code".formatted(offer.offerId());
    }

    @Test
    void anOfferThatFitsIsShownWithItsReasons() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), 3, LONG));
        Arrived person = arrived();
        await().atMost(SOON)
                .untilAsserted(() -> matches(person, "case-manager")
                        .body(why(offer), hasItem("free"))
                        .body(why(offer), hasItem("need")));
    }

    @Test
    void aRestrictedOfferIsForThoseWhoReceivePeople() {
        OfferPublished offer = published(OfferStates.restricted(RegionFacts.offer(offerId("hnd"), null, LONG)));
        Arrived person = arrived();
        String id = offer.offerId().value();
        await().atMost(SOON)
                .untilAsserted(() -> matches(person, "case-manager", "intake").body("offers.offerId", hasItem(id)));
        matches(person, "case-manager").body("offers.offerId", not(hasItem(id)));
    }

    @Test
    void anOfferThatIsFullIsShownAsFull() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 1, LONG));
        Arrived person = arrived();
        String taken = receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
        addFact("gtm-work", taken, "accepted").statusCode(200);
        await().atMost(SOON).untilAsserted(() -> matches(person, "case-manager").body(why(offer), hasItem("full")));
    }

    @Test
    void aChildWhomTheAuthorityHasTakenOnMayBeReferredOn() {
        OfferPublished authority = published(
                RegionFacts.offer(offerId("gtm"), ChildAlone.CHILD_PROTECTION, null, LONG, DossierField.GIVEN_NAMES));
        OfferPublished school = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        Arrived child = arrived();
        Wire.publish("gtm", "reception", RegionFacts.amended(child.caseId(), Profile.UNACCOMPANIED_CHILD));
        await().atMost(SOON)
                .untilAsserted(() -> matches(child, "case-manager").body(why(school), hasItem("child-protection")));
        String referral = issued(child, authority);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        issue(child, school).statusCode(422);
        addFact("gtm-work", referral, "accepted").statusCode(200);
        await().atMost(SOON)
                .untilAsserted(
                        () -> matches(child, "case-manager").body(why(school), not(hasItem("child-protection"))));
        issue(child, school).body("errors.code", nullValue()).statusCode(201);
    }

    @Test
    void aCaseOfAnotherInstitutionHasNone() {
        given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/matches", UUID.randomUUID().toString())
                .then()
                .statusCode(404);
    }
}
