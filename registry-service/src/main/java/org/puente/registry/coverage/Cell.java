package org.puente.registry.coverage;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * What an area has of a kind of service.
 *
 * @param area ISO 3166-2, or ISO 3166-1 alpha-3 where no subdivision is known
 * @param offers active ones
 * @param overlapping those of them that share people with another
 */
record Cell(String country, String area, Kind kind, List<OfferPublished> offers, List<OfferPublished> overlapping) {

    Cover cover() {
        if (offers.isEmpty()) {
            return Cover.GAP;
        }
        return overlapping.isEmpty() ? Cover.COVERED : Cover.OVERLAP;
    }
}
