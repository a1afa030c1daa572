package org.puente.referral.webhooks;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.puente.platform.json.Json;

/**
 * A delivery that is to be sent now.
 *
 * @param id the webhook-id
 * @param attempts how many have failed so far
 */
record DueDelivery(UUID id, UUID webhookId, UUID referralId, String box, String type, Instant at, int attempts) {

    @JsonPropertyOrder({"type", "timestamp", "data"})
    private record Payload(String type, Instant timestamp, Data data) {}

    private record Data(UUID referralId, String box) {}

    /** The body that is posted: no data of a person, and the same at every attempt. */
    String payload() {
        return Json.write(new Payload(type, at, new Data(referralId, box)));
    }
}
