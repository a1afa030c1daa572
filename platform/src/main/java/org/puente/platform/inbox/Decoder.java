package org.puente.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.Topic;
import org.puente.contracts.UnreadableFact;
import org.puente.platform.json.Json;

/**
 * Reads a record as a fact. Refuses a record that doesn't agree with its topic, key and headers.
 */
final class Decoder {
    private Decoder() {}

    /**
     * @throws FactRefused with the cause why the record goes to the dead letters
     */
    static Received decode(RawRecord record) {
        Topic topic = topic(record.topic());
        Envelope envelope = envelope(record, topic);
        return new Received(topic, envelope, fact(record, envelope), record.payload());
    }

    /**
     * The envelope of a fact, if it is right for the topic that the record came by.
     *
     * @throws FactRefused if the envelope isn't right
     */
    static Envelope envelope(RawRecord record) {
        return envelope(record, topic(record.topic()));
    }

    private static Envelope envelope(RawRecord record, Topic topic) {
        Envelope envelope;
        try {
            envelope = Envelope.read(record.headers());
        } catch (UnreadableFact e) {
            throw new FactRefused(e.code(), e.getMessage());
        }
        if (!envelope.source().node().equals(topic.node())) {
            throw new FactRefused("foreign-source", envelope.source() + " does not publish on " + record.topic());
        }
        if (envelope.type().stream() != topic.stream()) {
            throw new FactRefused("foreign-type", envelope.type().type() + " does not belong on its topic");
        }
        if (!envelope.subject().equals(record.key())) {
            throw new FactRefused("foreign-key", "the record key is not the subject");
        }
        return envelope;
    }

    private static Topic topic(String name) {
        try {
            return Topic.parse(name);
        } catch (IllegalArgumentException e) {
            throw new FactRefused("unknown-topic", "not a topic of ours: " + name);
        }
    }

    private static Optional<Fact> fact(RawRecord record, Envelope envelope) {
        if (record.payload() == null) {
            return Optional.empty();
        }
        Fact fact;
        try {
            fact = Json.mapper().readValue(record.payload(), envelope.type().fact());
        } catch (JsonProcessingException e) {
            throw new FactRefused(
                    "unreadable", "the payload is not a " + envelope.type().type());
        } catch (IOException | RuntimeException e) {
            throw new FactRefused("unreadable", "the payload is broken");
        }
        if (fact == null || !fact.subject().equals(envelope.subject())) {
            throw new FactRefused("foreign-key", "the payload is not about the subject");
        }
        return Optional.of(fact);
    }
}
