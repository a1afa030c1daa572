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
 * @param trace the trace of the request that caused it, where one transaction is of several; null: the trace that the
 *     transaction follows
 */
public record Outgoing(UUID id, Fact fact, NodeId to, Instant at, String trace) {
    public Outgoing(UUID id, Fact fact, NodeId to, Instant at) {
        this(id, fact, to, at, null);
    }

    public static Outgoing of(Fact fact, Instant at) {
        return new Outgoing(Ids.next(), fact, null, at);
    }

    public static Outgoing to(NodeId node, Fact fact, Instant at) {
        return new Outgoing(Ids.next(), fact, node, at);
    }

    public Outgoing within(String trace) {
        return new Outgoing(id, fact, to, at, trace);
    }
}
