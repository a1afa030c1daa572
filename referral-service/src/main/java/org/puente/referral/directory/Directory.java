package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.Json;
import org.puente.platform.sealing.Seal;

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

    /**
     * What a node has published of itself.
     *
     * @param key the key to seal to
     */
    public record NodeEntry(JsonWebKey key, ZoneId zone) {}

    /**
     * @return null where the node has not published itself yet, or no key that can be sealed to
     */
    public Uni<NodeEntry> node(Mutiny.Session session, NodeId node) {
        return session.createNativeQuery(
                        "select jwks, timezone from directory_node where node = :node",
                        Object[].class)
                .setParameter("node", node.value())
                .getSingleResultOrNull()
                .map(
                        row ->
                                row == null
                                        ? null
                                        : newest((String) row[0])
                                                .map(key -> entry(key, (String) row[1]))
                                                .orElse(null));
    }

    private static NodeEntry entry(JsonWebKey key, String timezone) {
        return new NodeEntry(key, zone(timezone));
    }

    /** UTC for a zone that this machine has never heard of. */
    private static ZoneId zone(String timezone) {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Optional<JsonWebKey> newest(String jwks) {
        try {
            return Optional.of(Seal.newest(new JsonWebKeySet(jwks)));
        } catch (JoseException | IllegalArgumentException e) {
            return Optional.empty(); // another node's doing, which must not become our fault
        }
    }

    /** The day at a node, by its own calendar: a consent's last day, and ages, go by it. */
    public Uni<LocalDate> today(Mutiny.Session session, NodeId node, Instant now) {
        return zone(session, node).map(zone -> LocalDate.ofInstant(now, zone));
    }

    /** A node's time zone; UTC where it has not published itself yet. */
    private Uni<ZoneId> zone(Mutiny.Session session, NodeId node) {
        return session.createNativeQuery(
                        "select timezone from directory_node where node = :node", String.class)
                .setParameter("node", node.value())
                .getSingleResultOrNull()
                .map(zone -> zone == null ? ZoneOffset.UTC : zone(zone));
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
