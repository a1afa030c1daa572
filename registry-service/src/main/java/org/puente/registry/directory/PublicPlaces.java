package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The places where people are received, and the offers at these places. */
@ApplicationScoped
public class PublicPlaces {
    private static final String POINTS = " cross join lateral"
            + " jsonb_array_elements(cast(i.state as jsonb) -> 'receptionPoints')"
            + " as p(point)";
    private static final String POINT = "p.point ->> 'id'";
    private static final String POINT_WORDS = " || ' ' || fold(p.point ->> 'name')";
    private static final String LOCATIONS =
            "from entry i" + POINTS + " where i.kind = 'institution'" + OwnerCondition.and("i");
    private static final String LOCATIONS_BY_ID = "i.subject, i.node, " + POINT;
    private static final String PLACES = PublicOffers.WITH_THEIR_STATES + POINTS + PublicOffers.PUBLIC;
    private static final String PLACES_BY_ID = "o.subject, o.node, " + POINT;

    /** What the stable id of a place is made of: the id of the entry, and a point. */
    private record PlaceKey(UUID entry, String point) {
        static PlaceKey of(Object[] row) {
            return new PlaceKey(UUID.fromString((String) row[0]), (String) row[1]);
        }
    }

    private static Selection locations() {
        return new Selection("i.state, " + POINT, LOCATIONS);
    }

    private static Selection places() {
        return new Selection(PublicOffer.COLUMNS + ", " + POINT, PLACES);
    }

    public Uni<Part<PublicLocation>> locations(Mutiny.Session session, DirectoryFilter by, RowRange rows) {
        return locations()
                .containing("i.words" + POINT_WORDS, by.words())
                .and("i.key = ?", by.institution())
                .and("i.seen_at >= ?", by.modifiedAfter())
                .part(session, LOCATIONS_BY_ID, rows, PublicLocation::of);
    }

    /** Offers at the places where people can ask for them. */
    public Uni<Part<PublicPlace>> list(Mutiny.Session session, DirectoryFilter by, RowRange rows) {
        return PublicOffers.narrow(places(), by, PublicOffers.CHANGED)
                .containing(PublicOffers.WORDS + POINT_WORDS, by.words())
                .part(session, PLACES_BY_ID, rows, PublicPlace::of);
    }

    /**
     * A location by its stable id.
     *
     * @return null if there is none
     */
    public Uni<PublicLocation> location(Mutiny.Session session, UUID id) {
        return find(session, "i.key", LOCATIONS, LOCATIONS_BY_ID, id)
                .chain(place -> place == null
                        ? Uni.createFrom().nullItem()
                        : at(locations(), "i.key", place).one(session, PublicLocation::of));
    }

    /**
     * An offer at a place by their common stable id.
     *
     * @return null if there is none
     */
    public Uni<PublicPlace> one(Mutiny.Session session, UUID id) {
        return find(session, "o.key", PLACES, PLACES_BY_ID, id)
                .chain(place -> place == null
                        ? Uni.createFrom().nullItem()
                        : at(places(), "o.key", place).one(session, PublicPlace::of));
    }

    /** The parts can't be read from an id, so the ids of all candidates are compared with it. */
    private static Uni<PlaceKey> find(Mutiny.Session session, String key, String from, String order, UUID id) {
        return new Selection("cast(" + key + " as text), " + POINT, from)
                .all(session, order, PlaceKey::of)
                .map(places -> places.stream()
                        .filter(place -> id(place.entry(), place.point()).equals(id))
                        .findFirst()
                        .orElse(null));
    }

    private static Selection at(Selection all, String key, PlaceKey place) {
        return all.and(key + " = ?", place.entry()).and(POINT + " = ?", place.point());
    }

    /** The stable id of a point of an institution, and of an offer at a point. */
    static UUID id(UUID entry, String point) {
        return StableId.of(entry, "location/" + point);
    }
}
