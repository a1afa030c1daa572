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
import org.puente.platform.Json;
import org.puente.platform.Node;

/** Which facts have had their effect here, so that one that comes again has none. */
@ApplicationScoped
class Inbox {
    private static final String INSERT =
            """
            insert into inbox (consumer, id)
            select :consumer, cast(id as uuid)
            from json_array_elements_text(cast(cast(:ids as text) as json)) as id
            on conflict do nothing
            returning id
            """;

    private final Node node;

    Inbox(Node node) {
        this.node = node;
    }

    /**
     * Marks the facts as taken in, in the session's transaction.
     *
     * @return those of them that are new, in their order, each once
     */
    Uni<List<Received>> take(Mutiny.Session session, List<Received> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, Received> byId = new LinkedHashMap<>();
        batch.forEach(received -> byId.putIfAbsent(received.envelope().id(), received));
        return session.createNativeQuery(INSERT, UUID.class)
                .setParameter("consumer", node.consumer())
                .setParameter("ids", Json.write(byId.keySet()))
                .getResultList()
                .map(fresh -> keep(byId, new HashSet<>(fresh)));
    }

    private static List<Received> keep(Map<UUID, Received> byId, Set<UUID> fresh) {
        return byId.values().stream()
                .filter(received -> fresh.contains(received.envelope().id()))
                .toList();
    }
}
