package org.puente.referral.referrals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.testing.Wire;
import org.puente.referral.Given;
import org.puente.referral.Slice;

@QuarkusTest
class ExpiryTest extends Slice {

    @Test
    void anUnansweredReferralExpiresAndAnAnswerGivenInTimeStillCounts() {
        Arrived person = arrived();
        OfferPublished offer = published(Given.offer(offerId("hnd"), null, Duration.ofSeconds(2)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        Instant answerBy =
                Instant.parse(read(Given.RECEPTION.value(), referral).extract().path("answerBy"));
        Wire.say(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Accepted(
                        new ReferralId(UUID.fromString(referral)),
                        person.caseId(),
                        new InstitutionId("hnd-work"),
                        answerBy.minusMillis(1)));
        await().atMost(SOON).until(() -> "accepted".equals(status(referral)));
    }

    @Test
    void theIssuerMayCancelWhatHasExpired() {
        Arrived person = arrived();
        OfferPublished offer = published(Given.offer(offerId("hnd"), null, Duration.ofSeconds(2)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        say(Given.RECEPTION.value(), referral, "cancelled", "reason", "no-answer")
                .statusCode(200)
                .body("status", equalTo("cancelled"));
    }

    @Test
    void aRedirectIsFollowedByTheIssuer() {
        Arrived person = arrived();
        OfferPublished first = published(Given.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(Given.offer(offerId("hnd"), null, LONG));
        String referral = issued(person, first);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        say("gtm-work", referral, "redirected", "offerId", second.offerId().value())
                .statusCode(200);
        await().atMost(SOON)
                .until(
                        () ->
                                issue(person, second).extract().statusCode() == 409
                                        && "redirected".equals(status(referral)));
    }
}
