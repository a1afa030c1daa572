package org.puente.referral.webhooks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.ReferralStatus;
import org.puente.referral.boxes.Box;

/**
 * A webhook as its institution reads it.
 *
 * @param boxes empty for both
 * @param statuses empty for all
 * @param deliveredAt the last success; null if there was none
 * @param disabledWhy unanswered (all attempts of a delivery failed) or gone (the receiver answered
 *     410); null while it is enabled
 */
@Schema(requiredProperties = {"id", "url", "boxes", "statuses", "enabled", "createdAt"})
record WebhookView(
        UUID id,
        String url,
        List<Box> boxes,
        List<ReferralStatus> statuses,
        boolean enabled,
        Instant createdAt,
        Instant deliveredAt,
        Instant disabledAt,
        String disabledWhy) {

    /**
     * A webhook whose secret is new.
     *
     * @param secret shown this once, with {@code whsec_} before it (Standard Webhooks)
     */
    @Schema(
            name = "WebhookWithSecret",
            requiredProperties = {"id", "url", "boxes", "statuses", "enabled", "createdAt", Secrets.FIELD})
    record WithSecret(@JsonUnwrapped WebhookView webhook, String secret) {}

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id,
                webhook.url,
                WebhookRequest.codes(Box.class, webhook.boxes),
                WebhookRequest.codes(ReferralStatus.class, webhook.statuses),
                webhook.isEnabled(),
                webhook.createdAt,
                webhook.deliveredAt,
                webhook.disabledAt,
                webhook.disabledWhy);
    }
}
