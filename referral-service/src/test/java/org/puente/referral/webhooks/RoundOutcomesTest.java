package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;

class RoundOutcomesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T15:00:00Z");
    private static final Outcome OK = new Outcome.Answered(204, Duration.ZERO);
    private static final Outcome BAD = new Outcome.Answered(500, Duration.ZERO);
    private static final Outcome BUSY = new Outcome.Answered(429, Duration.ofSeconds(50));

    private final Webhook webhook = Webhook.register(
            new InstitutionId("gtm-work"), new WebhookRequest("https://example.org/", null, null), "sealed", 0, NOW);
    private final Delivery one = pending();
    private final Delivery other = pending();

    @Test
    void whatArrivedIsDeliveredThoughAnotherFailed() {
        apply(Duration.ofSeconds(5), attempt(one, BAD), attempt(other, OK));
        assertThat(other.state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void whatFailedIsTriedAgainThoughAnotherArrived() {
        apply(Duration.ofSeconds(5), attempt(one, BAD), attempt(other, OK));
        assertThat(one.dueAt).isBetween(NOW.plusSeconds(5), NOW.plusSeconds(6));
    }

    @Test
    void aWebhookIsNotDisabledWhereAnotherDeliveryArrivedInTheSameRound() {
        apply(null, attempt(one, BAD), attempt(other, OK));
        assertThat(webhook.isEnabled()).isTrue();
    }

    @Test
    void theReceiverIsLeftAloneForAsLongAsItWishes() {
        apply(Duration.ofSeconds(5), attempt(one, BUSY), attempt(other, BAD));
        assertThat(webhook.leasedUntil).isEqualTo(NOW.plusSeconds(50));
    }

    @Test
    void aFailureThatEndsBeforeASuccessStillLeavesTheReceiverAlone() {
        apply(Duration.ofSeconds(5), attempt(one, BAD), attempt(other, OK));
        assertThat(webhook.leasedUntil).isAfterOrEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aDeliveryThatIsGoneIsLeftOut() {
        RoundOutcomes.apply(
                webhook,
                List.of(other),
                List.of(attempt(one, BAD), attempt(other, OK)),
                schedule(Duration.ofSeconds(5)));
        assertThat(other.state()).isEqualTo(DeliveryState.DELIVERED);
    }

    /**
     * @param wait after the first failure; null if no attempt is left then
     */
    private void apply(Duration wait, Attempt... made) {
        RoundOutcomes.apply(webhook, List.of(one, other), List.of(made), schedule(wait));
    }

    private static RetrySchedule schedule(Duration wait) {
        return new RetrySchedule(wait == null ? List.of() : List.of(wait));
    }

    private static Attempt attempt(Delivery delivery, Outcome outcome) {
        return new Attempt(
                new DueDelivery(delivery.id, UUID.randomUUID(), UUID.randomUUID(), "incoming", "type", NOW, 0),
                outcome,
                NOW);
    }

    private static Delivery pending() {
        Delivery delivery = new Delivery();
        delivery.id = UUID.randomUUID();
        delivery.state = DeliveryState.PENDING.code();
        return delivery;
    }
}
