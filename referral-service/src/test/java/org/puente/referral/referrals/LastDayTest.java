package org.puente.referral.referrals;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.Given;
import org.puente.referral.Slice;

/** The evening in Guatemala, when it is the next day already in Greenwich. */
@QuarkusTest
class LastDayTest extends Slice {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void inTheEvening() {
        QuarkusMock.installMockForType(
                Clock.fixed(
                        TODAY.plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC),
                        ZoneOffset.UTC),
                Clock.class);
        published(Given.offer(offerId("gtm"), null, LONG)); // and the node with its zone
    }

    /** A person with a consent until a day. */
    private Arrived until(LocalDate day) {
        Arrived person = arrived();
        ConsentRecorded open = person.consent();
        ConsentRecorded consent =
                new ConsentRecorded(
                        open.consentId(),
                        open.caseId(),
                        open.institution(),
                        open.occurredAt().plusSeconds(1),
                        open.purposes(),
                        open.scope(),
                        open.givenBy(),
                        day);
        Wire.say("gtm", "reception", consent);
        return new Arrived(person.caseId(), consent);
    }

    @Test
    void aConsentHoldsUntilItsLastDayIsOverHere() {
        OfferPublished offer = published(Given.offer(offerId("hnd"), null, LONG));
        assertThat(issued(until(TODAY), offer)).isNotNull();
    }

    @Test
    void theDayAfterItHoldsNoLonger() {
        OfferPublished offer = published(Given.offer(offerId("hnd"), null, LONG));
        Arrived person = until(TODAY.minusDays(1));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                issue(person, offer)
                                        .statusCode(422)
                                        .body("errors[0].code", equalTo("consent-does-not-cover")));
    }

    @Test
    void daysSinceTheReturnAreThoseOfTheNode() {
        OfferPublished offer =
                published(Given.withinDays(1, Given.offer(offerId("hnd"), null, LONG)));
        Arrived person = arrived(); // who returned the day before
        String why = "offers.find { it.offerId == '%s' }.reasons.code".formatted(offer.offerId());
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                matches(person)
                                        .body(why, hasItem("unlimited"))
                                        .body(why, not(hasItem("days"))));
    }

    private static ValidatableResponse matches(Arrived person) {
        return given().auth()
                .oauth2(Tokens.of("gtm", Given.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/matches", person.caseId().toString())
                .then()
                .statusCode(200);
    }
}
