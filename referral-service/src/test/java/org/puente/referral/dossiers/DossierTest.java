package org.puente.referral.dossiers;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.ReferralFact;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

@Tag("containers")
@QuarkusTest
class DossierTest extends ReferralServiceTestBase {

    private static ValidatableResponse dossier(String institution, String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .then();
    }

    private String referredHere(Arrived person) {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> dossier("gtm-work", referral).extract().statusCode() == 200);
        return referral;
    }

    @Test
    void theRecipientReadsOnlyWhatTheOfferNeedsAndTheReadingIsAudited() {
        String referral = referredHere(arrived(RegionFacts.person("Marta"), "region"));
        dossier("gtm-work", referral).body("givenNames", equalTo("Marta")).body("familyNames", equalTo(null));
        given().auth()
                .oauth2(Tokens.region("auditor"))
                .queryParam("subject", referral)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("dossier.read"))
                .body("items.actor", hasItem("gtm-work"));
    }

    @Test
    void theIssuerAndStrangersCannotReadIt() {
        String referral = referredHere(arrived());
        dossier(RegionFacts.RECEPTION.value(), referral).statusCode(404);
        dossier("gtm-stranger", referral).statusCode(404);
    }

    @Test
    void aDossierThatHasNotComeYetIsReportedAsOnItsWay() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = receivedFromHonduras(offer, Instant.now().plus(LONG));
        dossier("gtm-work", issued.referralId().toString())
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:dossier-not-there-yet"));
    }

    @Test
    void aWithdrawnConsentEndsTheReferralAndErasesTheDossier() {
        Arrived person = arrived();
        String referral = referredHere(person);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
        dossier("gtm-work", referral).statusCode(410);
        isReportedAsErased(referral);
    }

    @Test
    void aWithdrawnConsentErasesAlsoWhatThePersonHadWithdrawnFrom() {
        Arrived person = arrived();
        String referral = referredHere(person);
        addFact("gtm-work", referral, "withdrawn", "reason", "by-person").statusCode(200);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON).until(() -> dossier("gtm-work", referral).extract().statusCode() == 410);
        isReportedAsErased(referral);
    }

    private static void isReportedAsErased(String referral) {
        ReferralFact.Issued issued = Wire.facts("puente.gtm.referrals.gtm", referral, ReferralFact.Issued.class)
                .getFirst();
        await().atMost(SOON)
                .until(() -> !Wire.facts(
                                "puente.gtm.dossiers.gtm", issued.dossierId().toString(), DossierFact.Erased.class)
                        .isEmpty());
    }
}
