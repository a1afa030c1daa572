package org.puente.referral.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** A consent that names one recipient: that one gets data, nobody else, and only until it is withdrawn. */
@QuarkusTest
class OneRecipientTest extends ReferralServiceTestBase {
    private static ValidatableResponse preview(Arrived person, OfferPublished offer) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager", "intake"))
                .queryParam("offerId", offer.offerId().value())
                .get("/v1/cases/{id}/preview", person.caseId().toString())
                .then();
    }

    private OfferPublished offerBy(String institution) {
        return published(OfferStates.by(
                institution, RegionFacts.offer(offerId("hnd"), "employment", null, LONG, DossierField.GIVEN_NAMES)));
    }

    private Arrived agreedTo(String institution) {
        return arrived(RegionFacts.person("Wilmer"), institution);
    }

    @Test
    void theOneThatIsNamedGetsWhatWasShown() {
        Arrived person = agreedTo("hnd-named");
        String referral = issued(person, offerBy("hnd-named"));
        assertThat(status(referral)).isEqualTo("issued");
    }

    @Test
    void nobodyElseGetsAnything() {
        Arrived person = agreedTo("hnd-named");
        OfferPublished other = offerBy("hnd-namedtoo");
        await().atMost(SOON)
                .untilAsserted(() -> preview(person, other)
                        .statusCode(200)
                        .body("problems.code", contains("consent-does-not-cover"))
                        .body("fields", empty()));
        issue(person, other).statusCode(422).body("errors[0].code", equalTo("consent-does-not-cover"));
    }

    @Test
    void afterItsWithdrawalTheRecipientErasesAndNothingMoreIsSent() {
        Arrived person = agreedTo("hnd-named");
        String referral = issued(person, offerBy("hnd-named"));
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Withdrawn.class))
                                .extracting(ReferralFact.Withdrawn::reason)
                                .containsExactly(WithdrawalReason.CONSENT_WITHDRAWN));
        OfferPublished next = offerBy("hnd-named");
        await().atMost(SOON)
                .untilAsserted(() ->
                        issue(person, next).statusCode(422).body("errors[0].code", equalTo("consent-does-not-cover")));
        preview(person, next).statusCode(422).body("errors[0].code", equalTo("no-consent"));
    }
}
