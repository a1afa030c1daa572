package org.puente.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.Topic;
import org.puente.platform.json.Json;

/**
 * A fact that was received, checked against the topic it came by.
 *
 * @param fact empty for a removal from a compacted topic (a record without value)
 * @param payload the record's value; null if it is not available
 */
public record Received(Topic topic, Envelope envelope, Optional<Fact> fact, byte[] payload) {

    public Received(Topic topic, Envelope envelope, Optional<Fact> fact) {
        this(topic, envelope, fact, null);
    }

    /** The same fact as a part of another trace. */
    Received with(String traceparent) {
        Envelope traced = new Envelope(
                envelope.id(), envelope.source(), envelope.type(), envelope.subject(), envelope.time(), traceparent);
        return new Received(topic, traced, fact, payload);
    }

    /**
     * Reads a record as it lies on its topic.
     *
     * @throws FactRefused if it can't be taken in
     */
    public static Received of(ConsumerRecord<byte[], byte[]> record) {
        return Decoder.decode(RawRecord.of(record));
    }

    /** The id in a record's header; empty if there is none, or it is no UUID. */
    public static Optional<UUID> id(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(RawRecord.of(record).headers().get("ce_id"))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The fact as JSON on one line: the payload itself if that is plain, else written anew.
     *
     * @return null for a removal
     */
    public String json() {
        if (fact.isEmpty()) {
            return null;
        }
        return plain() ? new String(payload, StandardCharsets.US_ASCII) : Json.write(fact.get());
    }

    /**
     * One object in printable ASCII: no line breaks, and nothing that readers understand
     * differently.
     */
    private boolean plain() {
        if (payload == null || payload.length == 0 || payload[0] != '{' || payload[payload.length - 1] != '}') {
            return false;
        }
        for (byte one : payload) {
            if (one < 0x20 || one == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
