package org.puente.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.OfferId;

/**
 * The region's offers and their free places in memory, as matching reads them: all of them for
 * every case, which would otherwise be parsed anew each time. It follows the tables once a second
 * at most, when somebody asks; issuing reads the tables themselves.
 */
@ApplicationScoped
public class OfferBook {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A change may commit this much later than the moment that it is stamped with. */
    private static final Duration LATEST_COMMIT = Duration.ofMinutes(1);

    /**
     * What is known at a moment.
     *
     * @param offers those that are active, by id
     * @param places by offer; none where the offer has no limit, or nobody has told of it
     */
    public record Known(Map<OfferId, OfferPublished> offers, Map<OfferId, FreePlaces> places) {
        private static final Known NOTHING = new Known(Map.of(), Map.of());

        public Collection<OfferPublished> all() {
            return offers.values();
        }
    }

    private record Edition(Known known, Instant changedUntil, long readAt) {}

    private volatile Edition edition = new Edition(Known.NOTHING, Instant.EPOCH, 0);

    public Uni<Known> known(Mutiny.Session session) {
        Edition current = edition;
        boolean fresh = current.readAt != 0 && System.nanoTime() - current.readAt < FRESH.toNanos();
        return fresh
                ? Uni.createFrom().item(current.known)
                : follow(session, current).invoke(next -> edition = next).map(Edition::known);
    }

    private static Uni<Edition> follow(Mutiny.Session session, Edition last) {
        Instant since = last.changedUntil;
        return now(session)
                .chain(
                        now ->
                                changedOffers(session, since)
                                        .chain(
                                                offers ->
                                                        changedPlaces(session, since)
                                                                .map(
                                                                        places ->
                                                                                next(
                                                                                        last,
                                                                                        offers,
                                                                                        places,
                                                                                        now))));
    }

    private static Edition next(
            Edition last, List<Offer> offers, List<FreePlaces> places, Instant now) {
        long readAt = System.nanoTime();
        Instant until = now.minus(LATEST_COMMIT);
        if (offers.isEmpty() && places.isEmpty()) {
            return new Edition(last.known, until, readAt);
        }
        Map<OfferId, OfferPublished> byId = new HashMap<>(last.known.offers);
        for (Offer offer : offers) {
            OfferPublished state = offer.state();
            if (state.status() == DirectoryStatus.ACTIVE) {
                byId.put(state.offerId(), state);
            } else {
                byId.remove(state.offerId());
            }
        }
        Map<OfferId, FreePlaces> free = new HashMap<>(last.known.places);
        places.forEach(one -> free.put(new OfferId(one.offerId), one));
        return new Edition(new Known(Map.copyOf(byId), Map.copyOf(free)), until, readAt);
    }

    private static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    // Hibernate Reactive 3.2 fails where a native query brings columns that the entity doesn't map.

    private static Uni<List<Offer>> changedOffers(Mutiny.Session session, Instant since) {
        return session.createNativeQuery(
                        "select offer_id, node, institution, status, state"
                                + " from directory_offer where changed_at >= :since",
                        Offer.class)
                .setParameter("since", since)
                .getResultList();
    }

    private static Uni<List<FreePlaces>> changedPlaces(Mutiny.Session session, Instant since) {
        return session.createNativeQuery(
                        "select offer_id, available, maximum, waitlist"
                                + " from directory_capacity where changed_at >= :since",
                        FreePlaces.class)
                .setParameter("since", since)
                .getResultList();
    }
}
