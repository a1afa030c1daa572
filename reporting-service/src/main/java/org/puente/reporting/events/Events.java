package org.puente.reporting.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Envelope;
import org.puente.platform.Json;
import org.puente.platform.inbox.Received;

/** The event log: what every node said, in the order in which it came in here. */
@ApplicationScoped
public class Events {
    private static final String INSERT =
            """
            with row as (
                select * from rows from (json_to_recordset(cast(cast(:rows as text) as json)) as
                       (id uuid, node text, stream text, type text, subject text,
                        "caseId" uuid, at timestamptz, event json)) with ordinality
            ), fresh as (
                insert into event (id, node, stream, type, subject, case_id, event)
                select id, node, stream, type, subject, "caseId", cast(event as text)
                from row order by ordinality
                on conflict (id) do nothing
                returning id
            )
            insert into tally (node, type, facts, last_at)
            select node, type, count(*), max(at) from row join fresh using (id) group by node, type
            on conflict (node, type) do update set facts = tally.facts + excluded.facts,
                last_at = greatest(tally.last_at, excluded.last_at)
            """;

    private static final String SELECT =
            "select position, node, stream, type, case_id, event from event where ";

    private final Pool database;

    Events(Pool database) {
        this.database = database;
    }

    private record Entry(
            UUID id,
            String node,
            String stream,
            String type,
            String subject,
            UUID caseId,
            Instant at,
            @JsonRawValue String event) {

        static Entry of(Received received) {
            Envelope envelope = received.envelope();
            return new Entry(
                    envelope.id(),
                    envelope.source().node().value(),
                    envelope.type().stream().word(),
                    envelope.type().type(),
                    envelope.subject(),
                    received.fact().map(CaseOf::fact).orElse(null),
                    envelope.time(),
                    CloudEvent.json(received));
        }
    }

    /**
     * Appends facts, each once. The session must hold the turn of intake, or the order of positions
     * would not be that of commits.
     */
    public Uni<Void> add(Mutiny.Session session, List<Received> facts) {
        return session.createNativeQuery(INSERT)
                .setParameter("rows", Json.write(facts.stream().map(Entry::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The events after a position that a filter lets through, in their order. */
    Uni<List<StoredEvent>> after(long position, EventFilter filter, int limit) {
        return read("position > $1", position, filter, "position", limit);
    }

    /** The last events up to a position that a filter lets through, the newest first. */
    public Uni<List<StoredEvent>> latest(long position, EventFilter filter, int limit) {
        return read("position <= $1", position, filter, "position desc", limit);
    }

    private Uni<List<StoredEvent>> read(
            String where, long position, EventFilter filter, String order, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(where);
        List<Object> values = new ArrayList<>(List.of(position));
        narrow(sql, values, "node", filter.node());
        narrow(sql, values, "stream", filter.stream());
        narrow(sql, values, "type", filter.type());
        narrow(sql, values, "case_id", filter.caseId());
        values.add(limit);
        sql.append(" order by ").append(order).append(" limit $").append(values.size());
        return database.preparedQuery(sql.toString()).execute(Tuple.from(values)).map(Events::read);
    }

    private static void narrow(StringBuilder sql, List<Object> values, String column, Object to) {
        if (to != null) {
            values.add(to);
            sql.append(" and ").append(column).append(" = $").append(values.size());
        }
    }

    /** The position of the last event; 0 if there is none. */
    public Uni<Long> head() {
        return database.query("select coalesce(max(position), 0) from event")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<StoredEvent> read(RowSet<Row> rows) {
        List<StoredEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(
                    new StoredEvent(
                            row.getLong(0),
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getUUID(4),
                            row.getString(5)));
        }
        return events;
    }
}
