package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.json.Json;

/**
 * The region's directory, kept from every node's facts; the newest state of an entry stands.
 * Entries of several nodes with one id are kept side by side. Which node owns an offer is decided
 * when the offer is read: a node takes over no other's, whether it publishes first or last.
 */
@ApplicationScoped
public class Directory {
    private static final String KEEP_NODE = """
            insert into directory_node (node, jwks, timezone, name, updated_at)
            values (:node, :jwks, :timezone, :name, :at)
            on conflict (node) do update
            set jwks = excluded.jwks, timezone = excluded.timezone, name = excluded.name,
                updated_at = excluded.updated_at
            where directory_node.updated_at <= excluded.updated_at
            """;

    /** Where another node's entry has the id already, the new entry gets a key of its own. */
    private static final String KEEP_OFFER = """
            insert into directory_offer (offer_id, node, institution, status, state, updated_at)
            select cast(:key as text), cast(:node as text), cast(:institution as text),
                   cast(:status as text), cast(:state as text), cast(:at as timestamptz)
            where cast(:key as text) = :offerId or exists (select 1 from directory_offer
                                             where offer_id = :offerId and node <> :node)
            on conflict (offer_id) do update
            set institution = excluded.institution,
                status = excluded.status, state = excluded.state,
                updated_at = excluded.updated_at, changed_at = now()
            where directory_offer.updated_at <= excluded.updated_at
              and directory_offer.node = excluded.node
            """;

    private static final String KEEP_CAPACITY = """
            insert into directory_capacity
                (offer_id, node, available, maximum, waitlist, updated_at)
            select cast(:key as text), cast(:node as text), cast(:available as integer),
                   cast(:maximum as integer), cast(:waitlist as integer),
                   cast(:at as timestamptz)
            where cast(:key as text) = :offerId or exists (select 1 from directory_capacity
                                             where offer_id = :offerId and node <> :node)
            on conflict (offer_id) do update
            set node = excluded.node, available = excluded.available, maximum = excluded.maximum,
                waitlist = excluded.waitlist, updated_at = excluded.updated_at,
                changed_at = now()
            where directory_capacity.updated_at <= excluded.updated_at
              and coalesce(directory_capacity.node, excluded.node) = excluded.node
            """;

    /**
     * The entry of the node that owns its ids ({@link NodeId#owns}), whichever node published
     * first.
     */
    private static final String OFFER_BY_ID = """
            select o.offer_id, o.id, o.node, o.institution, o.status, o.state
            from directory_offer o
            where o.id = %s and not exists (
                select 1 from directory_node joined
                where length(joined.node) > length(o.node)
                  and (starts_with(o.id, joined.node || '-')
                       or starts_with(o.institution, joined.node || '-')))
            order by length(o.node) desc limit 1
            """;

    private static final String OFFER = OFFER_BY_ID.formatted(":offerId");

    private static final String NODE_BY_ID = "select jwks, timezone from directory_node where node = %s";

    /** A part of a statement: what {@code given.node} has published of itself, or no row. */
    public static final String NODE_OF_GIVEN = NODE_BY_ID.formatted("given.node");

    /** The same of the node of {@link #OFFER_OF_GIVEN}, which stands before it as {@code offer}. */
    public static final String NODE_OF_OFFER = NODE_BY_ID.formatted("offer.node");

    /** A part of a statement: the offer whose id is {@code given.offer}, or no row. */
    public static final String OFFER_OF_GIVEN = OFFER_BY_ID.formatted("given.offer");

    private static final String PARTIES = """
            select node, cast(null as text) as institution from directory_node
            union all
            select id, institution from directory_offer
            where node = :node and id in (select json_array_elements_text(cast(cast(:offers as text) as json)))
            """;

    /** For the clock: the time zone of {@code given.node} by its IANA name; null while it is not known. */
    public static final String ZONE_OF_NODE = "(select timezone from directory_node where node = given.node)";

    /**
     * @return null where the directory has no such offer
     */
    public Uni<Offer> offer(Mutiny.Session session, OfferId id) {
        return session.createNativeQuery(OFFER, Offer.class)
                .setParameter("offerId", id.value())
                .getSingleResultOrNull();
    }

    /**
     * The entry that a node has published of an offer, whether or not the node still owns it: a
     * referral that was made to the node still goes there.
     *
     * @return null where the node has published none
     */
    public Uni<Offer> offer(Mutiny.Session session, NodeId node, OfferId id) {
        return session.createQuery("from Offer where id = :id and node = :node", Offer.class)
                .setParameter("id", id.value())
                .setParameter("node", node.value())
                .getSingleResultOrNull();
    }

    /**
     * What the parties of referrals are checked against.
     *
     * @param joined the nodes that have published themselves
     * @param offers the institutions of offers, without those that are not published
     */
    public record Parties(Set<NodeId> joined, Map<OfferId, InstitutionId> offers) {
        public static final Parties NONE = new Parties(Set.of(), Map.of());
    }

    /**
     * The nodes that have published themselves, and the institutions of a node's offers as far as they are known.
     *
     * @param offers of the node
     */
    public Uni<Parties> parties(Mutiny.Session session, NodeId node, Set<OfferId> offers) {
        return session.createNativeQuery(PARTIES, Object[].class)
                .setParameter("node", node.value())
                .setParameter("offers", Json.write(offers))
                .getResultList()
                .map(Directory::parties);
    }

    private static Parties parties(List<Object[]> rows) {
        Parties parties = new Parties(new HashSet<>(), new HashMap<>());
        for (Object[] row : rows) {
            if (row[1] == null) {
                parties.joined().add(new NodeId((String) row[0]));
            } else {
                parties.offers().put(new OfferId((String) row[0]), new InstitutionId((String) row[1]));
            }
        }
        return parties;
    }

    /** The nodes that have published themselves. */
    public Uni<Set<NodeId>> joined(Mutiny.Session session) {
        return session.createNativeQuery("select node from directory_node", String.class)
                .getResultList()
                .map(rows -> rows.stream().map(NodeId::new).collect(Collectors.toSet()));
    }

    /** What nodes have published of themselves; {@link NodeEntry#UNKNOWN} for a node that has not yet. */
    public Uni<Map<NodeId, NodeEntry>> nodes(Mutiny.Session session, NodeId... nodes) {
        return session.createNativeQuery(
                        "select node, jwks, timezone from directory_node where node in (:nodes)", Object[].class)
                .setParameter("nodes", Stream.of(nodes).map(NodeId::value).toList())
                .getResultList()
                .map(rows -> entries(nodes, rows));
    }

    private static Map<NodeId, NodeEntry> entries(NodeId[] nodes, List<Object[]> rows) {
        Map<NodeId, NodeEntry> entries = new HashMap<>();
        Stream.of(nodes).forEach(node -> entries.put(node, NodeEntry.UNKNOWN));
        for (Object[] row : rows) {
            entries.put(new NodeId((String) row[0]), new NodeEntry((String) row[1], (String) row[2]));
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
                .setParameter("name", node.name())
                .setParameter("at", node.since())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * @return whether the entry was kept: one that is older than the known state has no effect
     */
    public Uni<Boolean> keep(Mutiny.Session session, DirectoryFact.OfferPublished offer) {
        String plain = offer.offerId().value();
        return keep(session, offer, plain)
                .chain(kept -> kept ? Uni.createFrom().item(true) : keep(session, offer, plain + "@" + offer.node()));
    }

    private static Uni<Boolean> keep(Mutiny.Session session, DirectoryFact.OfferPublished offer, String key) {
        return session.createNativeQuery(KEEP_OFFER)
                .setParameter("key", key)
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
        String plain = capacity.offerId().value();
        return keep(session, capacity, plain)
                .chain(kept -> kept == 1
                        ? Uni.createFrom().item(kept)
                        : keep(session, capacity, plain + "@" + capacity.node()))
                .replaceWithVoid();
    }

    private static Uni<Integer> keep(Mutiny.Session session, DirectoryFact.CapacityChanged capacity, String key) {
        return session.createNativeQuery(KEEP_CAPACITY)
                .setParameter("key", key)
                .setParameter("offerId", capacity.offerId().value())
                .setParameter("node", capacity.node().value())
                .setParameter("available", capacity.available())
                .setParameter("maximum", capacity.maximum())
                .setParameter("waitlist", capacity.waitlist())
                .setParameter("at", capacity.updatedAt())
                .executeUpdate();
    }
}
