package org.puente.referral.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** The evening in Guatemala, when it is the next day already in Greenwich. */
@QuarkusTest
class ConsentExpiryTest extends ReferralServiceTestBase {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static void inTheEveningOf(LocalDate day) {
        QuarkusMock.installMockForType(
                Clock.fixed(day.plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                Clock.class);
    }

    @BeforeEach
    void inTheEvening() {
        inTheEveningOf(TODAY);
        published(RegionFacts.offer(offerId("gtm"), null, LONG)); // and the node with its zone
    }

    /** A person with a consent until a day. */
    private Arrived until(LocalDate day) {
        Arrived person = arrived();
        ConsentRecorded consent = terms(person.consent(), 1, day);
        Wire.publish("gtm", "reception", consent);
        return new Arrived(person.caseId(), consent);
    }

    private static ConsentRecorded terms(ConsentRecorded open, int secondsLater, LocalDate until) {
        return new ConsentRecorded(
                open.consentId(),
                open.caseId(),
                open.institution(),
                open.occurredAt().plusSeconds(secondsLater),
                open.purposes(),
                open.scope(),
                open.givenBy(),
                until);
    }

    @Test
    void aConsentHoldsUntilItsLastDayIsOverHere() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        assertThat(issued(until(TODAY), offer)).isNotNull();
    }

    @Test
    void theDayAfterItHoldsNoLonger() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        Arrived person = until(TODAY.minusDays(1));
        await().atMost(SOON)
                .untilAsserted(() ->
                        issue(person, offer).statusCode(422).body("errors[0].code", equalTo("consent-does-not-cover")));
    }

    @Test
    void theDayAfterItWhatRestedOnItIsWithdrawn() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = issued(until(TODAY), offer);
        assertThat(status(referral)).isEqualTo("issued");

        inTheEveningOf(TODAY.plusDays(1));

        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(withdrawals(referral))
                        .extracting(ReferralFact.Withdrawn::reason)
                        .containsExactly(WithdrawalReason.CONSENT_WITHDRAWN));
    }

    @Test
    void theDayAfterItIsNotOverForAConsentThatWasExtended() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        Arrived person = until(TODAY);
        String referral = issued(person, offer);
        Wire.publish("gtm", "reception", terms(person.consent(), 2, TODAY.plusDays(1)));
        awaitTerms(person, TODAY.plusDays(1));

        inTheEveningOf(TODAY.plusDays(1));

        awaitTheEndOf(until(TODAY));
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    @Test
    void whatAnotherConsentCoversGoesOnAndEndsWithThatOne() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        Arrived person = until(TODAY);
        String referral = issued(person, offer);
        ConsentRecorded other = RegionFacts.consent(person.caseId(), "region");
        Wire.publish("gtm", "reception", other);
        awaitTerms(new Arrived(person.caseId(), other), other.validUntil());

        inTheEveningOf(TODAY.plusDays(1));

        awaitTheEndOf(person);
        assertThat(status(referral)).isNotEqualTo("withdrawn");
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(other));
        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
    }

    @Test
    void whatAnotherConsentDoesNotCoverIsWithdrawn() {
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        Arrived person = until(TODAY);
        String referral = issued(person, offer);
        ConsentRecorded other = RegionFacts.consent(person.caseId(), "node");
        Wire.publish("gtm", "reception", other);
        awaitTerms(new Arrived(person.caseId(), other), other.validUntil());

        inTheEveningOf(TODAY.plusDays(1));

        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
    }

    private static List<ReferralFact.Withdrawn> withdrawals(String referral) {
        return Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Withdrawn.class);
    }

    private static void awaitTerms(Arrived person, LocalDate until) {
        await().atMost(SOON)
                .until(() -> String.valueOf(until)
                        .equals(Rows.read("select coalesce(max(valid_until), 'null')"
                                + " from consent where terms is not"
                                + " null and consent_id = '"
                                + person.consent().consentId()
                                + "' having count(*) > 0")));
    }

    private static void awaitTheEndOf(Arrived person) {
        await().atMost(SOON)
                .until(() -> "1"
                        .equals(Rows.read("select count(*) from consent where"
                                + " ended_on is not null and"
                                + " consent_id = '"
                                + person.consent().consentId()
                                + "'")));
    }

    @Test
    void daysSinceTheReturnAreThoseOfTheNode() {
        OfferPublished offer = published(OfferStates.withinDays(1, RegionFacts.offer(offerId("hnd"), null, LONG)));
        Arrived person = arrived(); // who returned the day before
        String why = "offers.find { it.offerId == '%s' }.reasons.code".formatted(offer.offerId());
        await().atMost(SOON)
                .untilAsserted(
                        () -> matches(person).body(why, hasItem("unlimited")).body(why, not(hasItem("days"))));
    }

    private static ValidatableResponse matches(Arrived person) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/matches", person.caseId().toString())
                .then()
                .statusCode(200);
    }
}
