package org.puente.reporting.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.platform.Json;
import org.puente.platform.inbox.Received;

/**
 * A fact in the structured mode of CloudEvents (JSON event format 1.0.2, section 3).
 *
 * @param traceparent null if there is none
 * @param data null for a removal from a compacted topic
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        URI dataschema,
        String datacontenttype,
        String traceparent,
        Fact data) {

    static String json(Received received) {
        Envelope envelope = received.envelope();
        return Json.write(
                new CloudEvent(
                        "1.0",
                        envelope.id(),
                        envelope.source().toString(),
                        envelope.type().type(),
                        envelope.subject(),
                        envelope.time(),
                        envelope.type().schema(),
                        "application/json",
                        envelope.traceparent(),
                        received.fact().orElse(null)));
    }
}
