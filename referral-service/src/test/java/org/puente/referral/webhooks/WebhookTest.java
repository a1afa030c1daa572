package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-01-02T15:00:00Z");
    private static final Outcome OK = new Outcome.Answered(204, Duration.ZERO);
    private static final Outcome BAD = new Outcome.Answered(500, Duration.ZERO);

    private final Webhook webhook = Webhook.register(
            new InstitutionId("gtm-work"), new WebhookRequest("https://example.org/", null, null), "sealed", 0, NOW);
    private final Delivery delivery = pending();

    @Test
    void waitsBeforeTheNextAttempt() {
        webhook.attempted(delivery, BAD, Optional.of(Duration.ofHours(2)), NOW);

        assertThat(delivery.dueAt).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void isDisabledWhenTheLastAttemptFails() {
        webhook.attempted(delivery, BAD, Optional.empty(), NOW);

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(webhook.isEnabled()).isFalse();
    }

    @Test
    void isNotDisabledForOneDeliveryWhereOthersGetThrough() {
        webhook.attempted(delivery, BAD, Optional.of(Duration.ofSeconds(5)), NOW);
        webhook.attempted(pending(), OK, Optional.empty(), NOW.plusSeconds(1));
        webhook.attempted(delivery, BAD, Optional.empty(), NOW.plusSeconds(5));

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(webhook.isEnabled()).isTrue();
    }

    @Test
    void whatHasArrivedStaysSo() {
        webhook.attempted(delivery, OK, Optional.empty(), NOW);
        webhook.attempted(delivery, BAD, Optional.empty(), NOW);

        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    }

    private static Delivery pending() {
        Delivery delivery = new Delivery();
        delivery.state = DeliveryState.PENDING.code();
        return delivery;
    }
}
