package org.puente.registry.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReceptionPoint;
import org.puente.platform.json.Json;

/**
 * An offer and its related states; each state arrives separately.
 *
 * @param institution null until its entry has arrived
 * @param capacity null until the offer's node has published how many places are free
 * @param node null until its entry has arrived
 * @param modified when the offer, its institution or its capacity last changed here
 */
public record PublicOffer(
        OfferPublished offer,
        InstitutionPublished institution,
        CapacityChanged capacity,
        NodePublished node,
        Instant modified) {

    /** The columns of {@link #of}: four states as JSON or null, and microseconds since 1970. */
    static final String COLUMNS = "o.state, i.state, c.state, n.state," + Rows.micros(PublicOffers.CHANGED);

    static PublicOffer of(Object[] row) {
        return new PublicOffer(
                read(row[0], OfferPublished.class),
                read(row[1], InstitutionPublished.class),
                read(row[2], CapacityChanged.class),
                read(row[3], NodePublished.class),
                Rows.instant(row[4]));
    }

    private static <T extends DirectoryFact> T read(Object state, Class<T> type) {
        return state == null ? null : Json.read((String) state, type);
    }

    /** The stable id of the offer. */
    public UUID id() {
        return StableId.of(offer.node(), offer.subject());
    }

    /** The places where people can ask for the offer: the reception points of its institution. */
    public List<PublicPlace> places() {
        List<ReceptionPoint> points = institution == null ? List.of() : institution.receptionPoints();
        return points.stream().map(point -> new PublicPlace(this, point)).toList();
    }
}
