package org.puente.referral.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class WaitingListTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    private String received(OfferPublished offer) {
        return receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
    }

    private static Integer position(String referral) {
        return read(RECIPIENT, referral).extract().path("position");
    }

    private OfferPublished full() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 1, LONG));
        awaitLimit(offer, "1"); // else an acceptance before it takes no place
        String first = received(offer);
        addFact(RECIPIENT, first, "accepted").statusCode(200);
        taken = first;
        return offer;
    }

    private String taken;

    private void publishedAnew(OfferPublished offer, Integer places, Instant at) {
        OfferPublished state = RegionFacts.offer(offer.offerId().value(), places, LONG);
        Wire.publish("gtm", "registry", OfferStates.updated(state, at));
    }

    private void publishedAnew(OfferPublished offer, Integer places) {
        publishedAnew(offer, places, Instant.now());
    }

    private static List<CapacityChanged> publishedCapacity(OfferPublished offer) {
        return Wire.facts("puente.gtm.directory", "capacity/" + offer.offerId(), CapacityChanged.class);
    }

    private static void awaitLimit(OfferPublished offer, String maximum) {
        String sql = "select maximum from places where offer_id = '" + offer.offerId() + "'";
        await().atMost(SOON).until(() -> Objects.equals(maximum, Rows.read(sql)));
    }

    @Test
    void aLimitThatComesBackFindsItsPlacesTaken() {
        OfferPublished offer = full();
        publishedAnew(offer, null);
        awaitLimit(offer, null);
        publishedAnew(offer, 1);
        awaitLimit(offer, "1");
        addFact(RECIPIENT, received(offer), "accepted")
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:no-place"));
    }

    private String waitsFor(OfferPublished offer) {
        String next = received(offer);
        addFact(RECIPIENT, next, "waitlisted").statusCode(200);
        await().atMost(SOON).until(() -> Integer.valueOf(1).equals(position(next)));
        return next;
    }

    @Test
    void whoWaitsIsTakenInWhereTheLimitIsLifted() {
        OfferPublished offer = full();
        String next = waitsFor(offer);
        publishedAnew(offer, null);
        await().atMost(SOON).until(() -> "accepted".equals(status(next)));
    }

    @Test
    void whoWaitedAllTheWhileIsNextWhereTheLimitComesBack() throws Exception {
        OfferPublished offer = full();
        String next = waitsFor(offer);
        try (Rows.Held busy = Rows.hold("select 1 from referral where referral_id = '" + next + "' for update")) {
            publishedAnew(offer, null);
            awaitLimit(offer, null);
            publishedAnew(offer, 1);
            await().atMost(SOON).until(busy::isWaitedFor);
        }
        awaitLimit(offer, "1");
        assertThat(status(next)).isEqualTo("waitlisted");
        addFact(RECIPIENT, taken, "delivered", "outcome", "completed").statusCode(200);
        await().atMost(SOON).until(() -> "accepted".equals(status(next)));
    }

    @Test
    void whomAnInstitutionWithoutLimitLetsWaitWaitsUntilItAccepts() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String waits = received(offer);
        addFact(RECIPIENT, waits, "waitlisted").statusCode(200);
        OfferPublished lifted = full();
        String next = waitsFor(lifted);
        publishedAnew(lifted, null);
        await().atMost(SOON).until(() -> "accepted".equals(status(next)));
        assertThat(status(waits)).isEqualTo("waitlisted");
    }

    @Test
    void anOlderStateThatComesLateChangesNoLimit() {
        OfferPublished offer = full();
        publishedAnew(offer, 5, Instant.now().minus(LONG));
        publishedAnew(offer, 2);
        awaitLimit(offer, "2");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(publishedCapacity(offer))
                        .extracting(CapacityChanged::maximum)
                        .containsExactly(1, 1, 2));
    }

    @Test
    void aPlaceThatBecomesFreeIsTheNextOnes() {
        OfferPublished offer = full();
        String next = received(offer);
        addFact(RECIPIENT, next, "waitlisted").statusCode(200);
        addFact(RECIPIENT, taken, "delivered", "outcome", "completed").statusCode(200);
        await().atMost(SOON).until(() -> "accepted".equals(status(next)));
    }

    @Test
    void oneWhoHasWaitedLongerComesFirst() {
        OfferPublished offer = full();
        String next = received(offer);
        addFact(RECIPIENT, next, "waitlisted").statusCode(200);
        String last = received(offer);
        addFact(RECIPIENT, last, "waitlisted").statusCode(200);
        addFact(RECIPIENT, taken, "delivered", "outcome", "completed").statusCode(200);
        await().atMost(SOON).until(() -> "accepted".equals(status(next)));
        assertThat(status(last)).isEqualTo("waitlisted");
    }

    @Test
    void eachPositionInTheWaitingListIsPublished() {
        OfferPublished offer = full();
        String next = received(offer);
        addFact(RECIPIENT, next, "waitlisted").statusCode(200);
        String last = received(offer);
        addFact(RECIPIENT, last, "waitlisted").statusCode(200);
        await().atMost(SOON).until(() -> Integer.valueOf(2).equals(position(last)));
        addFact(RECIPIENT, taken, "delivered", "outcome", "completed").statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Wire.facts("puente.gtm.referrals.hnd", last, ReferralNote.Queued.class))
                        .extracting(ReferralNote.Queued::position)
                        .containsExactly(2, 1));
    }

    @Test
    void aHundredAcceptancesAtOnceTakeTenPlacesTenTimes() throws Exception {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 10, LONG));
        awaitLimit(offer, "10");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ReferralFact.Issued issued = fromHonduras(offer, Instant.now().plus(LONG));
            Wire.publish("hnd", "referral", "gtm", issued);
            all.add(issued.referralId().toString());
        }
        await().atMost(SOON).until(() -> all.stream().noneMatch(id -> "null".equals(status(id))));
        String token = Tokens.of("gtm", RECIPIENT, "case-manager");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(25)) {
            List<Callable<Integer>> acceptances = all.stream()
                    .<Callable<Integer>>map(id -> () -> accept(token, id))
                    .toList();
            for (Future<Integer> one : threads.invokeAll(acceptances)) {
                statuses.add(one.get());
            }
        }
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(10);
    }

    private static int accept(String token, String referral) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("type", "accepted"))
                .post("/v1/referrals/{id}/facts", referral)
                .statusCode();
    }
}
