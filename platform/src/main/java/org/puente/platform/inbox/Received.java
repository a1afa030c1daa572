package org.puente.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.Topic;
import org.puente.platform.Json;

/**
 * A fact that has come in, checked against the topic it came by.
 *
 * @param fact empty for a removal from a compacted topic (a record without value)
 * @param payload the record's value; null if it is not at hand
 */
public record Received(Topic topic, Envelope envelope, Optional<Fact> fact, byte[] payload) {

    public Received(Topic topic, Envelope envelope, Optional<Fact> fact) {
        this(topic, envelope, fact, null);
    }

    /**
     * The fact as JSON on one line: as it was written where that is plain, else written anew.
     *
     * @return null for a removal
     */
    public String json() {
        if (fact.isEmpty()) {
            return null;
        }
        return plain() ? new String(payload, StandardCharsets.US_ASCII) : Json.write(fact.get());
    }

    /** One object in printable ASCII: neither line breaks nor anything that another reads amiss. */
    private boolean plain() {
        if (payload == null
                || payload.length == 0
                || payload[0] != '{'
                || payload[payload.length - 1] != '}') {
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
