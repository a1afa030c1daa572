package org.puente.referral.deadlines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Fact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class ExpiryTest extends ReferralServiceTestBase {

    @Test
    void anUnansweredReferralExpiresAndAnAnswerGivenInTimeStillCounts() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, Duration.ofSeconds(2)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        Instant answerBy = Instant.parse(
                read(RegionFacts.RECEPTION.value(), referral).extract().path("answerBy"));
        Wire.publish(
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
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, Duration.ofSeconds(2)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        addFact(RegionFacts.RECEPTION.value(), referral, "cancelled", "reason", "no-answer")
                .statusCode(200)
                .body("status", equalTo("cancelled"));
    }

    @Test
    void remindsTheRecipientOnceBeforeTheDeadline() {
        Arrived person = arrived();
        String referral = issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        String row = " from referral where referral_id = '" + referral + "'";
        assertThat(Rows.read("select remind_at < answer_by" + row)).isEqualTo("t");

        passes("remind_at", referral);
        await().atMost(SOON)
                .until(() -> !sent(referral, ReferralNote.Reminded.class).isEmpty());
        passes("answer_by", referral);
        await().atMost(SOON)
                .until(() -> !sent(referral, ReferralFact.Expired.class).isEmpty());

        assertThat(sent(referral, ReferralNote.Reminded.class))
                .singleElement()
                .satisfies(note -> assertThat(note.occurredAt()).isBefore(note.answerBy()));
    }

    private static void passes(String moment, String referral) {
        Rows.change("update referral set " + moment + " = now() where referral_id = '" + referral + "'");
    }

    private static <F extends Fact> List<F> sent(String referral, Class<F> type) {
        return Wire.facts("puente.gtm.referrals.hnd", referral, type);
    }

    @Test
    void theRecipientSeesThatItWasReminded() {
        ReferralFact.Issued issued = receivedFromHonduras(
                published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                Instant.now().plus(LONG));
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralNote.Reminded(
                        issued.referralId(), issued.caseId(), issued.institution(), Instant.now(), issued.answerBy()));
        await().atMost(SOON)
                .until(() -> read("gtm-work", issued.referralId().toString())
                                .extract()
                                .path("remindedAt")
                        != null);
    }

    @Test
    void aReminderFromAClockThatIsSlowShowsToThoseWhoAskWhatChanged() {
        ReferralFact.Issued issued = receivedFromHonduras(
                published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                Instant.now().plus(LONG));
        String referral = issued.referralId().toString();
        Instant asked = Instant.now();
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralNote.Reminded(
                        issued.referralId(),
                        issued.caseId(),
                        issued.institution(),
                        asked.minus(Duration.ofMinutes(5)),
                        issued.answerBy()));
        await().atMost(SOON).until(() -> read("gtm-work", referral).extract().path("remindedAt") != null);
        given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .queryParam("modifiedAfter", asked.toString())
                .get("/v1/referrals")
                .then()
                .body("items.referralId", hasItem(referral));
    }

    @Test
    void theIssuerOfAnExpiredReferralSeesTheNextBestOffers() {
        Arrived person = arrived();
        published(RegionFacts.offer(offerId("hnd"), null, LONG));
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, Duration.ofSeconds(1)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        await().atMost(SOON)
                .untilAsserted(() -> read(RegionFacts.RECEPTION.value(), referral)
                        .body("alternatives", not(empty()))
                        .body(
                                "alternatives.offerId",
                                not(hasItem(offer.offerId().value()))));
    }

    @Test
    void theNextBestOffersAnswerTheNeedThatWasReferredThoughTheCaseNamesNone() {
        Arrived person = arrived();
        Wire.publish("gtm", "reception", RegionFacts.withoutNeeds(person.caseId()));
        published(RegionFacts.offer(offerId("hnd"), null, LONG));
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, Duration.ofSeconds(1)));
        String version = "select version from case_file where case_id = '" + person.caseId() + "'";
        await().atMost(SOON).until(() -> "2".equals(Rows.read(version)));
        String referral = issued(person, offer);
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        await().atMost(SOON)
                .untilAsserted(
                        () -> read(RegionFacts.RECEPTION.value(), referral).body("alternatives", not(empty())));
    }
}
