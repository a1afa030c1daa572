package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonRows;

/** The published states of the whole region. */
@ApplicationScoped
public class Directory {

    /** One statement for any number of states, in a fixed order, so that two writers can't deadlock. */
    private static final String PUT = """
            insert into entry (key, node, subject, updated_at, state, seen_at)
            select key, node, subject, at, state, clock_timestamp()
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 (key uuid, node text, subject text, at timestamptz, state text)
            order by key
            on conflict (key) do update set updated_at = excluded.updated_at, state = excluded.state,
                seen_at = excluded.seen_at
            where entry.updated_at < excluded.updated_at
            """;

    private static final String REMOVE = """
            delete from entry where key in (
                select cast(listed.id as uuid)
                from json_array_elements_text(cast(cast(:keys as text) as json)) as listed(id))
            """;

    private record Row(UUID key, NodeId node, String subject, Instant at, DirectoryFact state) {}

    /**
     * Stores the states that are newer than the stored ones. Of several states of one entry the
     * newest wins, in any order of arrival.
     */
    public Uni<Void> put(Mutiny.Session session, Collection<? extends DirectoryFact> states) {
        Map<UUID, Row> newest = new LinkedHashMap<>();
        for (DirectoryFact state : states) {
            Row row = row(state);
            newest.merge(row.key(), row, (a, b) -> b.at().isBefore(a.at()) ? a : b);
        }
        return JsonRows.write(session, PUT, newest.values());
    }

    private static Row row(DirectoryFact state) {
        Provenance provenance = Provenance.of(state);
        UUID key = StableId.of(provenance.node(), state.subject());
        return new Row(key, provenance.node(), state.subject(), provenance.since(), state);
    }

    /** Deletes entries; an unknown key is no error. */
    public Uni<Void> remove(Mutiny.Session session, Collection<UUID> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(REMOVE)
                .setParameter("keys", Json.write(keys))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The last published state of a node's subject.
     *
     * @return null if there is nothing
     */
    public <T extends DirectoryFact> Uni<T> find(Mutiny.Session session, NodeId node, String subject, Class<T> type) {
        return session.createNativeQuery("select state from entry where key = :key", String.class)
                .setParameter("key", StableId.of(node, subject))
                .getSingleResultOrNull()
                .map(state -> state == null ? null : Json.read(state, type));
    }

    /** The nodes that have published themselves. */
    public Uni<Set<NodeId>> nodes(Mutiny.Session session) {
        return session.createNativeQuery("select node from entry where kind = 'node'", String.class)
                .getResultList()
                .map(rows -> rows.stream().map(NodeId::new).collect(Collectors.toSet()));
    }

    /** All entries of a node of one kind, e.g. {@code offer}. */
    public <T extends DirectoryFact> Uni<List<T>> of(Mutiny.Session session, NodeId node, String kind, Class<T> type) {
        return session.createNativeQuery(
                        "select state from entry where node = :node and kind = :kind" + " order by subject",
                        String.class)
                .setParameter("node", node.value())
                .setParameter("kind", kind)
                .getResultList()
                .map(states ->
                        states.stream().map(state -> Json.read(state, type)).toList());
    }
}
