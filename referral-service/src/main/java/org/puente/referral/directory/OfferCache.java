package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;

/**
 * The region's offers and their free places in memory. Matching reads all of them for every case,
 * and would otherwise parse them each time. The cache reads what changed in the tables once a
 * second at most, and only when it is asked; issuing reads the tables themselves.
 */
@ApplicationScoped
public class OfferCache {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A change may commit this much later than its time stamp. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(1);

    /**
     * The offers and places that are known at a moment.
     *
     * @param offers those that are active, by id
     * @param places by offer; none where the offer's node has published none
     */
    public record Known(Map<OfferId, OfferPublished> offers, Map<OfferId, FreePlaces> places) {
        private static final Known NOTHING = new Known(Map.of(), Map.of());

        public Collection<OfferPublished> all() {
            return offers.values();
        }
    }

    /** The key of an entry: several nodes may publish one id. */
    private record Key(OfferId id, String node) {}

    /**
     * The contents of the tables, of all nodes.
     *
     * @param joined the nodes that have published themselves
     */
    private record Copy(Map<Key, OfferPublished> offers, Map<Key, FreePlaces> places, Set<NodeId> joined) {
        private static final Copy EMPTY = new Copy(Map.of(), Map.of(), Set.of());

        /** The entries that have an effect: those of the nodes that own their ids. */
        Known known() {
            Map<OfferId, OfferPublished> own = new HashMap<>();
            Map<OfferId, FreePlaces> free = new HashMap<>();
            for (OfferPublished offer : offers.values()) {
                if (isOwn(offer)) {
                    own.merge(offer.offerId(), offer, Copy::ofTheLongerNode);
                }
            }
            for (OfferPublished offer : own.values()) {
                FreePlaces known = freePlaces(offer);
                if (known != null) {
                    free.put(offer.offerId(), known);
                }
            }
            return new Known(Map.copyOf(own), Map.copyOf(free));
        }

        private boolean isOwn(OfferPublished offer) {
            return offer.node().owns(offer.offerId(), joined) && offer.node().owns(offer.institution(), joined);
        }

        /** Until the node with the longer id has published itself, both nodes may own the offer. */
        private static OfferPublished ofTheLongerNode(OfferPublished one, OfferPublished other) {
            return one.node().value().length() > other.node().value().length() ? one : other;
        }

        private FreePlaces freePlaces(OfferPublished offer) {
            FreePlaces own = places.get(new Key(offer.offerId(), offer.node().value()));
            return own == null ? places.get(new Key(offer.offerId(), null)) : own;
        }
    }

    private record Edition(Copy copy, Known known, Instant changedUntil, long readAt) {}

    private volatile Edition edition = new Edition(Copy.EMPTY, Known.NOTHING, Instant.EPOCH, 0);

    private final Directory directory;

    OfferCache(Directory directory) {
        this.directory = directory;
    }

    public Uni<Known> known(Mutiny.Session session) {
        Edition current = edition;
        boolean fresh = current.readAt != 0 && System.nanoTime() - current.readAt < FRESH.toNanos();
        return fresh
                ? Uni.createFrom().item(current.known)
                : follow(session, current).invoke(next -> edition = next).map(Edition::known);
    }

    private Uni<Edition> follow(Mutiny.Session session, Edition last) {
        return now(session).chain(now -> read(session, last, now));
    }

    private Uni<Edition> read(Mutiny.Session session, Edition last, Instant now) {
        Instant since = last.changedUntil;
        return changedOffers(session, since)
                .chain(offers -> changedPlaces(session, since)
                        .chain(places ->
                                directory.joined(session).map(joined -> next(last, offers, places, joined, now))));
    }

    private static Edition next(
            Edition last, List<Offer> offers, List<FreePlaces> places, Set<NodeId> joined, Instant now) {
        long readAt = System.nanoTime();
        Instant until = now.minus(LATEST_COMMIT);
        if (offers.isEmpty() && places.isEmpty() && joined.equals(last.copy.joined)) {
            return new Edition(last.copy, last.known, until, readAt);
        }
        Map<Key, OfferPublished> byKey = new HashMap<>(last.copy.offers);
        for (Offer offer : offers) {
            OfferPublished state = offer.state();
            Key key = new Key(state.offerId(), state.node().value());
            if (state.status() == DirectoryStatus.ACTIVE) {
                byKey.put(key, state);
            } else {
                byKey.remove(key);
            }
        }
        Map<Key, FreePlaces> free = new HashMap<>(last.copy.places);
        places.forEach(known -> free.put(new Key(new OfferId(known.id), known.node), known));
        Copy copy = new Copy(byKey, free, joined);
        return new Edition(copy, copy.known(), until, readAt);
    }

    private static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    // Hibernate Reactive 3.2 fails where a native query brings columns that the entity doesn't map.

    private static Uni<List<Offer>> changedOffers(Mutiny.Session session, Instant since) {
        return session.createNativeQuery(
                        "select offer_id, id, node, institution, status, state"
                                + " from directory_offer where changed_at >= :since",
                        Offer.class)
                .setParameter("since", since)
                .getResultList();
    }

    private static Uni<List<FreePlaces>> changedPlaces(Mutiny.Session session, Instant since) {
        return session.createNativeQuery(
                        "select offer_id, id, node, available, maximum, waitlist"
                                + " from directory_capacity where changed_at >= :since",
                        FreePlaces.class)
                .setParameter("since", since)
                .getResultList();
    }
}
