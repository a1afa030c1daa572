package org.puente.referral.referrals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class AnsweringTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    private ReferralFact.Issued received() {
        return received(RegionFacts.offer(offerId("gtm"), null, LONG));
    }

    private ReferralFact.Issued received(OfferPublished offer) {
        return receivedFromHonduras(published(offer), Instant.now().plus(LONG));
    }

    @Test
    void theSameFactTwiceIsRecordedOnce() {
        String id = received().referralId().toString();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(RECIPIENT, id, "started").statusCode(200);
        await().atMost(SOON)
                .until(() -> !Wire.facts("puente.gtm.referrals.hnd", id, ReferralFact.Started.class)
                        .isEmpty());
        assertThat(Wire.facts("puente.gtm.referrals.hnd", id, ReferralFact.Accepted.class))
                .hasSize(1);
    }

    @Test
    void refusesAnAnswerAfterItsDeadline() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        Instant answerBy = Instant.now().plus(Duration.ofSeconds(5));
        String id = receivedFromHonduras(offer, answerBy).referralId().toString();
        await().atMost(SOON).until(() -> Instant.now().isAfter(answerBy));
        addFact(RECIPIENT, id, "accepted")
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:answered-too-late"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1796127606275",
                "0205-12-01T15:00:00Z",
                "2020-12-01T15:00:00Z",
                "2150-12-01T15:00:00Z",
                "58887-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "2026-12-01T15:00:00",
                "2026-12-01"
            })
    void anAppointmentThatNobodyCanMeanIsRefused(String at) {
        String id = received().referralId().toString();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(RECIPIENT, id, "scheduled", "at", at).statusCode(400).body("errors[0].pointer", equalTo("/at"));
    }

    @Test
    void nobodyHasMissedAnAppointmentBeforeItsTime() {
        String id = received().referralId().toString();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(RECIPIENT, id, "scheduled", "at", Instant.now().plus(LONG).toString())
                .statusCode(200)
                .body("openSteps", not(hasItem("missed")));
        addFact(RECIPIENT, id, "missed")
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:missed-too-early"))
                .body("referralStatus", equalTo("scheduled"));
        addFact(RECIPIENT, id, "failed", "reason", "no-show")
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:missed-too-early"));
    }

    @Test
    void anAppointmentIsNotMadeForADayThatIsOver() {
        String id = received().referralId().toString();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(
                        RECIPIENT,
                        id,
                        "scheduled",
                        "at",
                        Instant.now().minus(Duration.ofDays(2)).toString())
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"))
                .body("errors[0].code", equalTo("appointment-over"));
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() {
        String id = received().referralId().toString();
        addFact(RECIPIENT, id, "accepted", "reason", "no-capacity")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        addFact(RECIPIENT, id, "declined").statusCode(400).body("errors[0].code", equalTo("field-needed"));
        addFact(RECIPIENT, id, "declined", "reason", "tired")
                .statusCode(400)
                .body("errors[0].code", equalTo("not-a-code"));
    }

    @Test
    void theRecipientFindsItInItsBoxAndStrangersDoNot() {
        Instant begun = Instant.now();
        String id = received().referralId().toString();
        box(RECIPIENT, begun).body("items.referralId", hasItem(id));
        box("gtm-stranger", begun).body("items", equalTo(List.of()));
        read("gtm-stranger", id).statusCode(404);
        addFact("gtm-stranger", id, "accepted").statusCode(404);
    }

    /** What has changed since: a page begins with the oldest, and other tests leave hundreds open. */
    private static ValidatableResponse box(String institution, Instant since) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .queryParam("status", "acknowledged")
                .queryParam("modifiedAfter", since.toString())
                .queryParam("limit", 500)
                .get("/v1/referrals")
                .then()
                .statusCode(200);
    }

    @Test
    void theLastPlaceIsTakenOnce() throws InterruptedException {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 3, LONG));
        List<String> ids = IntStream.range(0, 9)
                .mapToObj(i -> receivedFromHonduras(offer, Instant.now().plus(LONG))
                        .referralId()
                        .toString())
                .toList();
        try (ExecutorService desks = Executors.newFixedThreadPool(9)) {
            ids.forEach(id -> desks.execute(() -> addFact(RECIPIENT, id, "accepted")));
        }
        assertThat(ids.stream().filter(id -> "accepted".equals(status(id)))).hasSize(3);
        String accepted = ids.stream()
                .filter(id -> "accepted".equals(status(id)))
                .findFirst()
                .orElseThrow();
        addFact(RECIPIENT, accepted, "failed", "reason", "no-show").statusCode(200);
        String waiting = ids.stream()
                .filter(id -> "acknowledged".equals(status(id)))
                .findFirst()
                .orElseThrow();
        addFact(RECIPIENT, waiting, "accepted").statusCode(200);
        await().atMost(SOON).until(() -> publishedCapacity(offer).size() >= 6);
        assertThat(publishedCapacity(offer).getLast().available()).isZero();
    }

    private static List<CapacityChanged> publishedCapacity(OfferPublished offer) {
        return Wire.facts("puente.gtm.directory", "capacity/" + offer.offerId(), CapacityChanged.class);
    }

    @Test
    void whatTheIssuerPublishesAcrossTheBorderConverges() {
        ReferralFact.Issued issued = received();
        String id = issued.referralId().toString();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Cancelled(
                        issued.referralId(),
                        issued.caseId(),
                        issued.institution(),
                        Instant.now(),
                        CancellationReason.NEED_MET_ELSEWHERE));
        await().atMost(SOON).until(() -> "cancelled".equals(status(id)));
        addFact(RECIPIENT, id, "started").statusCode(409).body("openSteps", equalTo(List.of()));
    }

    @Test
    void aFactThatComesBeforeItsReferralWaitsForIt() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = fromHonduras(offer, Instant.now().plus(LONG));
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Cancelled(
                        issued.referralId(),
                        issued.caseId(),
                        issued.institution(),
                        Instant.now(),
                        CancellationReason.ISSUED_IN_ERROR));
        Wire.publish("hnd", "referral", "gtm", issued);
        await().atMost(SOON)
                .until(() -> "cancelled".equals(status(issued.referralId().toString())));
    }

    @Test
    void aFactFromTheWrongSideIsPutAside() {
        ReferralFact.Issued issued = received();
        UUID fact = Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Accepted(issued.referralId(), issued.caseId(), issued.institution(), Instant.now()));
        String cause = "select cause from dead_letter where position('%s' in headers) > 0".formatted(fact);
        await().atMost(SOON).until(() -> "wrong-side".equals(Rows.read(cause)));
        assertThat(status(issued.referralId().toString())).isEqualTo("acknowledged");
    }
}
