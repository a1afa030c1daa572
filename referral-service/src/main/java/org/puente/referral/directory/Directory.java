package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.Json;

/** The region's directory, kept from every node's facts; the newest state of an entry stands. */
@ApplicationScoped
public class Directory {
    private static final String KEEP_NODE =
            """
            insert into directory_node (node, jwks, timezone, updated_at)
            values (:node, :jwks, :timezone, :at)
            on conflict (node) do update
            set jwks = excluded.jwks, timezone = excluded.timezone,
                updated_at = excluded.updated_at
            where directory_node.updated_at <= excluded.updated_at
            """;

    private static final String KEEP_OFFER =
            """
            insert into directory_offer (offer_id, node, institution, status, state, updated_at)
            values (:offerId, :node, :institution, :status, :state, :at)
            on conflict (offer_id) do update
            set institution = excluded.institution,
                status = excluded.status, state = excluded.state,
                updated_at = excluded.updated_at, changed_at = now()
            where directory_offer.updated_at <= excluded.updated_at
              and directory_offer.node = excluded.node
            """;

    private static final String KEEP_CAPACITY =
            """
            insert into directory_capacity (offer_id, available, maximum, waitlist, updated_at)
            values (:offerId, :available, :maximum, :waitlist, :at)
            on conflict (offer_id) do update
            set available = excluded.available, maximum = excluded.maximum,
                waitlist = excluded.waitlist, updated_at = excluded.updated_at,
                changed_at = now()
            where directory_capacity.updated_at <= excluded.updated_at
            """;

    /**
     * @return null where the directory has no such offer
     */
    public Uni<Offer> offer(Mutiny.Session session, OfferId id) {
        return session.find(Offer.class, id.value());
    }

    /** What nodes have published of themselves; one that has not yet is as if it were empty. */
    public Uni<Map<NodeId, NodeEntry>> nodes(Mutiny.Session session, NodeId... nodes) {
        return session.createNativeQuery(
                        "select node, jwks, timezone from directory_node where node in (:nodes)",
                        Object[].class)
                .setParameter("nodes", Stream.of(nodes).map(NodeId::value).toList())
                .getResultList()
                .map(rows -> entries(nodes, rows));
    }

    private static Map<NodeId, NodeEntry> entries(NodeId[] nodes, List<Object[]> rows) {
        Map<NodeId, NodeEntry> entries = new HashMap<>();
        Stream.of(nodes).forEach(node -> entries.put(node, NodeEntry.UNKNOWN));
        for (Object[] row : rows) {
            entries.put(
                    new NodeId((String) row[0]), new NodeEntry((String) row[1], (String) row[2]));
        }
        return entries;
    }

    /** The day at a node, by its own calendar: a consent's last day, and ages, go by it. */
    public Uni<LocalDate> today(Mutiny.Session session, NodeId node, Instant now) {
        return nodes(session, node).map(entries -> entries.get(node).today(now));
    }

    public Uni<Void> keep(Mutiny.Session session, DirectoryFact.NodePublished node) {
        return session.createNativeQuery(KEEP_NODE)
                .setParameter("node", node.node().value())
                .setParameter("jwks", Json.write(node.jwks()))
                .setParameter("timezone", node.timezone())
                .setParameter("at", node.since())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * @return whether it was kept: what is older than the known state has no effect
     */
    public Uni<Boolean> keep(Mutiny.Session session, DirectoryFact.OfferPublished offer) {
        return session.createNativeQuery(KEEP_OFFER)
                .setParameter("offerId", offer.offerId().value())
                .setParameter("node", offer.node().value())
                .setParameter("institution", offer.institution().value())
                .setParameter("status", offer.status().code())
                .setParameter("state", Json.write(offer))
                .setParameter("at", offer.updatedAt())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    public Uni<Void> keep(Mutiny.Session session, DirectoryFact.CapacityChanged capacity) {
        return session.createNativeQuery(KEEP_CAPACITY)
                .setParameter("offerId", capacity.offerId().value())
                .setParameter("available", capacity.available())
                .setParameter("maximum", capacity.maximum())
                .setParameter("waitlist", capacity.waitlist())
                .setParameter("at", capacity.updatedAt())
                .executeUpdate()
                .replaceWithVoid();
    }
}
