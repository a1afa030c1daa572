package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class DeliveringTest extends WebhookSlice {
    /** Of four webhooks, each with three requests a second; all that they have to be sent is more than twice as much. */
    private static final int A_FEW_ROUNDS = 144;

    @Test
    void aChangeIsPostedWithASignatureOfTheSecret() {
        String secret = register().getString("secret");
        Receiver.Call call = calls(received(), 1).getFirst();

        assertThat(call.signature())
                .isEqualTo(StandardWebhooks.sign(secret, call.id(), Long.parseLong(call.timestamp()), call.body()));
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.timestamp())))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void thePayloadHoldsIdsOnly() {
        register();
        String id = received();
        JsonPath payload = new JsonPath(calls(id, 1).getFirst().body());

        assertThat(payload.getMap("$")).containsOnlyKeys("type", "timestamp", "data");
        assertThat(payload.getString("type")).isEqualTo("org.puente.referral.issued.v1");
        assertThat(payload.getMap("data")).isEqualTo(Map.of("referralId", id, "box", "incoming"));
    }

    @Test
    void changesArriveOnceAndInTheirOrder() {
        String webhook = register().getString("id");
        String id = received();
        addFact(OWN, id, "accepted").statusCode(200);
        addFact(OWN, id, "started").statusCode(200);
        addFact(OWN, id, "delivered", "outcome", "completed").statusCode(200);
        calls(id, 5);
        await().atMost(SOON).until(() -> deliveries(webhook, "pending").isEmpty());
        assertThat(receiver.about(id))
                .extracting(Receiver.Call::type)
                .containsExactly(
                        "org.puente.referral.issued.v1",
                        "org.puente.referral.acknowledged.v1",
                        "org.puente.referral.accepted.v1",
                        "org.puente.service.started.v1",
                        "org.puente.service.delivered.v1");
    }

    @Test
    void aSlowReceiverGetsNoMoreRequestsAtOnceThanItShould() {
        register();
        receiver.answerAfter(Duration.ofMillis(500));
        publishFromHonduras(12);

        await().atMost(SOON).until(() -> receiver.calls.size() >= 12);
        assertThat(receiver.mostAtOnce).hasValueBetween(2, 3);
    }

    @Test
    void onlyWhatWasAskedForIsDelivered() {
        register(Map.of(
                "url", receiver.url(), "boxes", List.of("incoming"), "statuses", List.of("accepted", "delivered")));
        String id = received();
        addFact(OWN, id, "accepted").statusCode(200);
        addFact(OWN, id, "started").statusCode(200);
        addFact(OWN, id, "delivered", "outcome", "completed").statusCode(200);

        assertThat(calls(id, 2))
                .extracting(Receiver.Call::type)
                .containsExactly("org.puente.referral.accepted.v1", "org.puente.service.delivered.v1");
    }

    @Test
    void aFailedAttemptIsRepeatedUnderTheSameId() {
        register();
        receiver.answer(500, 503);
        List<Receiver.Call> calls = calls(received(), 4);

        assertThat(calls.stream().map(Receiver.Call::id).distinct()).hasSize(2);
    }

    @Test
    void afterARestoreAChangeComesAgainUnderTheSameId() {
        register();
        Backup backup = Backup.of("gtm_referral");
        String id = received();
        List<String> ids = calls(id, 2).stream().map(Receiver.Call::id).toList();

        backup.restore();

        assertThat(calls(id, 4)).extracting(Receiver.Call::id).hasSize(4).containsOnlyElementsOf(ids);
    }

    @Test
    void whatWasTakenInButNotAnsweredComesAgain() {
        String webhook = register().getString("id");
        receiver.answer(Receiver.HANG_UP);
        List<Receiver.Call> calls = calls(received(), 3);
        await().atMost(SOON).until(() -> deliveries(webhook, "delivered").size() == 2);

        String first = calls.getFirst().id();
        assertThat(calls).filteredOn(call -> call.id().equals(first)).hasSize(2);
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUpAfterATime() {
        String webhook = register().getString("id");
        receiver.answer(Receiver.SAY_NOTHING);
        calls(received(), 1);
        await().atMost(SOON)
                .until(() -> deliveries(webhook, "pending").stream()
                        .anyMatch(one -> "timeout".equals(one.get("lastError"))));
    }

    /** The first request is under way while the institution moves to another receiver. */
    @Test
    void whatAFormerReceiverAnswersDoesNotDisableTheWebhook() {
        String webhook = register().getString("id");
        CountDownLatch answer = receiver.holdAnswers();
        receiver.alwaysAnswer(410);
        String id = received();
        calls(id, 1);
        try (Receiver next = new Receiver()) {
            as(OWN).header("If-Match", "*")
                    .body(Map.of("url", next.url()))
                    .put("/v1/webhooks/{id}", webhook)
                    .then()
                    .statusCode(200);
            answer.countDown();
            await().atMost(SOON).until(() -> next.about(id).size() == 2);
            assertThat(read(webhook).getBoolean("enabled")).isTrue();
        }
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        String webhook = register().getString("id");
        receiver.alwaysAnswer(302);
        received();
        awaitDisabled(webhook);

        assertThat(receiver.calls).extracting(Receiver.Call::path).containsOnly("/hook?agency=1");
        assertThat(deliveries(webhook, "failed").getFirst().get("lastStatus")).isEqualTo(302);
    }

    @Test
    void aReceiverThatAnswersNoAttemptIsDisabledAndReported() {
        String webhook = register().getString("id");
        receiver.alwaysAnswer(500);
        await().atMost(SOON)
                .until(() -> metric("puente_webhooks_disabled") == 0); // those of other tests are counted no more
        received();
        awaitDisabled(webhook);

        assertThat(read(webhook).getString("disabledWhy")).isEqualTo("unanswered");
        await().atMost(SOON).until(() -> metric("puente_webhooks_disabled") >= 1);
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAtOnce() {
        String webhook = register().getString("id");
        receiver.answer(410);
        received();
        awaitDisabled(webhook);

        assertThat(receiver.calls).hasSize(1);
        assertThat(read(webhook).getString("disabledWhy")).isEqualTo("gone");
    }

    @Test
    void onceEnabledAgainItReceivesAllThatChangedMeanwhile() {
        String webhook = register().getString("id");
        receiver.answer(410);
        received();
        awaitDisabled(webhook);
        String meanwhile = received();
        as(OWN).post("/v1/webhooks/{id}/enable", webhook).then().statusCode(200);

        assertThat(calls(meanwhile, 2)).hasSize(2);
    }

    @Test
    void whatHasFailedIsRedeliveredOnDemandUnderItsId() {
        String webhook = register().getString("id");
        receiver.answer(410);
        received();
        awaitDisabled(webhook);
        as(OWN).post("/v1/webhooks/{id}/enable", webhook).then().statusCode(200);
        String failed = deliveries(webhook, "failed").getFirst().get("id").toString();
        redeliver(OWN, webhook, failed, 202);

        await().atMost(SOON)
                .until(() -> deliveries(webhook, "delivered").stream().anyMatch(one -> failed.equals(one.get("id"))));
        assertThat(receiver.calls).filteredOn(call -> call.id().equals(failed)).hasSize(2);
    }

    @Test
    void nothingIsRedeliveredToADisabledWebhookNorByOthers() {
        String webhook = register().getString("id");
        receiver.answer(410);
        received();
        awaitDisabled(webhook);
        String failed = deliveries(webhook, "failed").getFirst().get("id").toString();

        redeliver(OWN, webhook, failed, 409);
        redeliver("gtm-stranger", webhook, failed, 404);
        redeliver(OWN, webhook, UUID.randomUUID().toString(), 409);
    }

    @Test
    void oneReceiverInTroubleHoldsUpNoOther() {
        try (Receiver broken = new Receiver()) {
            broken.alwaysAnswer(Receiver.SAY_NOTHING);
            register(Map.of("url", broken.url()));
            register();

            assertThat(calls(received(), 2)).hasSize(2);
        }
    }

    @Test
    void receiversThatTakeTheirTimeLeaveTheOthersTheirTurn() {
        try (Receiver slow = new Receiver()) {
            slow.answerAfter(Duration.ofSeconds(1));
            for (int i = 0; i < 4; i++) {
                register(Map.of("url", slow.url()));
            }
            publishFromHonduras(40);
            await().atMost(SOON).until(() -> slow.calls.size() >= 12);
            register();
            String id = received();
            int before = slow.calls.size();
            await().atMost(SOON).until(() -> !receiver.about(id).isEmpty());
            assertThat(slow.calls.size() - before).isLessThan(A_FEW_ROUNDS);
        }
    }

    @Test
    void bothSecretsSignWhileOneIsBeingReplaced() {
        JsonPath registered = register();
        String replaced = as(OWN).post("/v1/webhooks/{id}/secret", registered.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        Receiver.Call call = calls(received(), 1).getFirst();
        long timestamp = Long.parseLong(call.timestamp());

        assertThat(call.signature().split(" "))
                .containsExactly(
                        StandardWebhooks.sign(replaced, call.id(), timestamp, call.body()),
                        StandardWebhooks.sign(registered.getString("secret"), call.id(), timestamp, call.body()));
    }

    @Test
    void whereWebhooksGoIsInNoMetric() {
        String webhook = register().getString("id");
        calls(received(), 2);
        await().atMost(SOON).until(() -> deliveries(webhook, "delivered").size() >= 2);
        assertThat(metrics()).doesNotContain("/hook");
    }

    private void publishFromHonduras(int referrals) {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        for (int i = 0; i < referrals; i++) {
            Wire.publish(
                    "hnd", "referral", "gtm", fromHonduras(offer, Instant.now().plus(LONG)));
        }
        // What comes later than this test would be delivered to the next one's receiver.
        String come = "select count(*) from referral where offer_id = '" + offer.offerId() + "'";
        await().atMost(SOON).until(() -> String.valueOf(referrals).equals(Rows.read(come)));
    }

    private static void redeliver(String institution, String webhook, String id, int status) {
        as(institution)
                .post("/v1/webhooks/{id}/deliveries/{delivery}/redeliver", webhook, id)
                .then()
                .statusCode(status);
    }
}
