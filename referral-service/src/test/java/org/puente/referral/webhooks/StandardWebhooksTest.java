package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
    /** The vector that the standard's own libraries are tested with. */
    @Test
    void signsAsTheStandardsLibrariesDo() {
        assertThat(StandardWebhooks.sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretHasAsManyBytesAsTheStandardAsksFor() {
        String secret = StandardWebhooks.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(StandardWebhooks.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 64);
    }

    @Test
    void everySecretSigns() {
        List<String> secrets = List.of(StandardWebhooks.newSecret(), StandardWebhooks.newSecret());
        assertThat(StandardWebhooks.headers(secrets, "id", Instant.ofEpochSecond(7), "{}")
                        .get("webhook-signature"))
                .isEqualTo(StandardWebhooks.sign(secrets.get(0), "id", 7, "{}")
                        + " "
                        + StandardWebhooks.sign(secrets.get(1), "id", 7, "{}"));
    }
}
