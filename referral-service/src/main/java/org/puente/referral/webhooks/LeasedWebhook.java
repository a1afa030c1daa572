package org.puente.referral.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as it was when this instance took it, so that no other instance sends to it.
 *
 * @param secret sealed
 * @param formerSecret sealed; null if there is none
 * @param formerUntil until when the former secret signs as well; null without one
 */
record LeasedWebhook(UUID id, String url, String secret, String formerSecret, Instant formerUntil, long revision) {

    /** Sealed, the newest first. */
    List<String> secrets(Instant now) {
        return formerSecret == null || !now.isBefore(formerUntil) ? List.of(secret) : List.of(secret, formerSecret);
    }
}
