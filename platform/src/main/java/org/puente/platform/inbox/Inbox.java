package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.platform.json.Json;

/**
 * Which facts have had their effect here, so that a fact that comes again has none. A fact is known
 * by its id and the node that publishes it (CloudEvents 1.0: source and id). So a node that uses
 * another node's id first does not suppress the other's fact.
 */
@ApplicationScoped
class Inbox {
    /** A row without a node is of a former release. */
    private static final String INSERT = """
            insert into inbox (consumer, id, node)
            select :consumer, f.id, f.node
            from json_to_recordset(cast(cast(:facts as text) as json)) as f (id uuid, node text)
            where not exists (select from inbox i
                              where i.consumer = :consumer and i.id = f.id and i.node = '')
            on conflict do nothing
            returning id, node
            """;

    private final Node node;

    Inbox(Node node) {
        this.node = node;
    }

    private record Key(UUID id, String node) {
        static Key of(Received received) {
            return new Key(received.envelope().id(), received.topic().node().value());
        }
    }

    /**
     * Marks the facts as taken in, in the session's transaction.
     *
     * @return the new facts among them, in their order, each once
     */
    Uni<List<Received>> take(Mutiny.Session session, List<Received> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<Key, Received> byKey = new LinkedHashMap<>();
        batch.forEach(received -> byKey.putIfAbsent(Key.of(received), received));
        return session.createNativeQuery(INSERT, Object[].class)
                .setParameter("consumer", node.consumer())
                .setParameter("facts", Json.write(byKey.keySet()))
                .getResultList()
                .map(fresh -> keep(byKey, fresh));
    }

    private static List<Received> keep(Map<Key, Received> byKey, List<Object[]> rows) {
        Set<Key> fresh = new HashSet<>();
        rows.forEach(row -> fresh.add(new Key((UUID) row[0], (String) row[1])));
        return byKey.entrySet().stream()
                .filter(one -> fresh.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
