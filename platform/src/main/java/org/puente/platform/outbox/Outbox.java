package org.puente.platform.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.persistence.AfterCommit;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.platform.tracing.Trace;

/**
 * Where facts are written together with the state they publish; {@link Relay} takes them to Kafka.
 */
@ApplicationScoped
public class Outbox {
    /** One statement for any number of facts; the order of the list is the order of positions. */
    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, source, occurred_at,
                                traceparent, payload)
            select id, topic, key, type, source, at, trace, fact
            from rows from (json_to_recordset(cast(cast(:rows as text) as json)) as
                   (id uuid, topic text, key text, type text, source text, at timestamptz,
                    trace text, fact text)) with ordinality
            order by ordinality
            """;

    private final Node node;
    private final BatchedInserts inserts;
    private final AfterCommit afterCommit;
    private final Runnable relay;

    Outbox(Node node, BatchedInserts inserts, AfterCommit afterCommit, Relay relay) {
        this.node = node;
        this.inserts = inserts;
        this.afterCommit = afterCommit;
        this.relay = relay::wake;
    }

    /**
     * Writes the facts in the session's transaction, in this order, after the facts added before.
     */
    public Uni<Void> add(Mutiny.Session session, List<Outgoing> facts) {
        String trace = Trace.current();
        List<Row> rows = facts.stream().map(fact -> row(fact, trace)).toList();
        return inserts.add(session, INSERT, rows).invoke(() -> wakeRelay(session, rows));
    }

    private void wakeRelay(Mutiny.Session session, List<Row> rows) {
        if (!rows.isEmpty()) {
            afterCommit.add(session, relay);
        }
    }

    public Uni<Void> add(Mutiny.Session session, Outgoing... facts) {
        return add(session, List.of(facts));
    }

    private record Row(
            UUID id, String topic, String key, String type, String source, Instant at, String trace, Fact fact) {}

    private Row row(Outgoing out, String trace) {
        FactType type = FactType.of(out.fact());
        return new Row(
                out.id(),
                new Topic(node.id(), type.stream(), out.to()).name(),
                out.fact().subject(),
                type.type(),
                node.source().toString(),
                out.at(),
                out.trace() == null ? trace : out.trace(),
                out.fact());
    }
}
