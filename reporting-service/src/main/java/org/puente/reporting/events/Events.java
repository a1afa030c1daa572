package org.puente.reporting.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.CloudEvent;
import org.puente.platform.persistence.DatabaseTimeout;

/** The event log: the facts that all nodes published, in the order in which they came in here. */
@ApplicationScoped
public class Events {
    /**
     * The lists are equally long, and no text holds the separator of its list. The key of a fact
     * comes from its node and its id, so that no node keeps out another's fact; older rows have the
     * id alone as key.
     */
    private static final String INSERT = """
            with row as (
                select * from unnest(
                    cast(string_to_array(:ids, ',') as uuid[]),
                    string_to_array(:nodes, ','),
                    string_to_array(:streams, ','),
                    string_to_array(:types, ','),
                    string_to_array(:subjects, ','),
                    cast(string_to_array(:cases, ',', '') as uuid[]),
                    cast(string_to_array(:times, ',') as timestamptz[]),
                    string_to_array(convert_from(:events, 'UTF8'), chr(10)))
                    with ordinality as r
                    (id, node, stream, type, subject, case_id, at, event, nth)
            ), fresh as (
                insert into event (id, node, stream, type, subject, case_id, event)
                select cast(md5(node || '/' || id) as uuid), node, stream, type, subject, case_id,
                       event
                from row as published
                where not exists (select 1 from event known
                                  where known.id = published.id and known.node = published.node)
                order by nth
                on conflict (id) do nothing
                returning node, type
            )
            insert into tally (node, type, facts, last_at)
            select node, type, facts, last_at
            from (select node, type, count(*) as facts from fresh group by node, type) as counted
                join (select node, type, max(at) as last_at from row group by node, type) as latest
                using (node, type)
            on conflict (node, type) do update set facts = tally.facts + excluded.facts,
                last_at = greatest(tally.last_at, excluded.last_at)
            """;

    private static final String SELECT = "select position, node, stream, type, case_id, event from event where ";

    private final Pool database;
    private final DatabaseTimeout deadline;

    Events(Pool database, DatabaseTimeout deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    /**
     * Appends facts, each once. The session must hold the turn of intake when this is subscribed
     * to: else the order of positions would not be that of commits.
     */
    public Uni<Void> add(Mutiny.Session session, List<Received> facts) {
        return session.createNativeQuery(INSERT)
                .setParameter("ids", list(facts, one -> one.envelope().id()))
                .setParameter(
                        "nodes", list(facts, one -> one.envelope().source().node()))
                .setParameter(
                        "streams",
                        list(facts, one -> one.envelope().type().stream().word()))
                .setParameter("types", list(facts, one -> one.envelope().type().type()))
                .setParameter("subjects", list(facts, one -> one.envelope().subject()))
                .setParameter("cases", list(facts, Events::caseId))
                .setParameter("times", list(facts, one -> one.envelope().time()))
                .setParameter("events", events(facts))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String list(List<Received> facts, Function<Received, Object> part) {
        return facts.stream().map(part).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Object caseId(Received received) {
        UUID caseId = received.fact().map(CaseIds::of).orElse(null);
        return caseId == null ? "" : caseId;
    }

    private static byte[] events(List<Received> facts) {
        return facts.stream()
                .map(one -> CloudEvent.json(one.envelope(), one.json()))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The events after a position that a filter lets through, in their order. */
    Uni<List<StoredEvent>> after(long position, EventFilter filter, int limit) {
        return read("position > $1", position, filter, "position", limit);
    }

    /** The last events up to a position that a filter lets through, the newest first. */
    public Uni<List<StoredEvent>> latest(long position, EventFilter filter, int limit) {
        return read("position <= $1", position, filter, "position desc", limit);
    }

    private Uni<List<StoredEvent>> read(String where, long position, EventFilter filter, String order, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(where);
        List<Object> values = new ArrayList<>(List.of(position));
        narrow(sql, values, "node", filter.node());
        narrow(sql, values, "stream", filter.stream());
        narrow(sql, values, "type", filter.type());
        narrow(sql, values, "case_id", filter.caseId());
        values.add(limit);
        sql.append(" order by ").append(order).append(" limit $").append(values.size());
        return deadline.of(database.preparedQuery(sql.toString())
                .execute(Tuple.from(values))
                .map(Events::read));
    }

    private static void narrow(StringBuilder sql, List<Object> values, String column, Object to) {
        if (to != null) {
            values.add(to);
            sql.append(" and ").append(column).append(" = $").append(values.size());
        }
    }

    /** The position of the last event; 0 if there is none. */
    public Uni<Long> head() {
        return deadline.of(database.query("select coalesce(max(position), 0) from event")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static List<StoredEvent> read(RowSet<Row> rows) {
        List<StoredEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(new StoredEvent(
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
