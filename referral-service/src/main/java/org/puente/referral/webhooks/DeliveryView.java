package org.puente.referral.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery as its institution reads it.
 *
 * @param id the webhook-id under which it is posted
 * @param attempts since it was made, or last begun anew
 * @param nextAttemptAt null where none is to come
 * @param lastStatus the HTTP status of the last answer; null if the last attempt had none
 * @param lastError a word, where the last attempt had no answer; else null
 */
@Schema(requiredProperties = {"id", "referralId", "box", "type", "state", "attempts", "createdAt"})
record DeliveryView(
        UUID id,
        UUID referralId,
        String box,
        String type,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant lastAttemptAt,
        Integer lastStatus,
        String lastError) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id,
                delivery.referralId,
                delivery.box,
                delivery.type,
                delivery.state(),
                delivery.attempts,
                delivery.createdAt,
                delivery.state() == DeliveryState.PENDING ? delivery.dueAt : null,
                delivery.lastAt,
                delivery.lastStatus,
                delivery.lastError);
    }
}
