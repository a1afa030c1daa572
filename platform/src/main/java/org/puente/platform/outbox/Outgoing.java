package org.puente.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Fact;
import org.puente.contracts.NodeId;
import org.puente.platform.ids.Ids;

/**
 * A fact on its way out.
 *
 * @param id becomes {@code ce_id}
 * @param fact what happened
 * @param to the node it is addressed to; null for a stream that is not addressed
 * @param at when it happened, becomes {@code ce_time}
 */
public record Outgoing(UUID id, Fact fact, NodeId to, Instant at) {
    public static Outgoing of(Fact fact, Instant at) {
        return new Outgoing(Ids.next(), fact, null, at);
    }

    public static Outgoing to(NodeId node, Fact fact, Instant at) {
        return new Outgoing(Ids.next(), fact, node, at);
    }
}
