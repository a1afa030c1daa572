package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeasedWebhookTest {
    private static final Instant UNTIL = Instant.parse("2026-01-02T15:00:00Z");
    private final LeasedWebhook webhook =
            new LeasedWebhook(UUID.randomUUID(), "https://example.org/", "new", "former", UNTIL, 1);

    @Test
    void theFormerSecretSignsForATime() {
        assertThat(webhook.secrets(UNTIL.minusMillis(1))).containsExactly("new", "former");
    }

    @Test
    void theFormerSecretSignsNoLonger() {
        assertThat(webhook.secrets(UNTIL)).containsExactly("new");
    }
}
