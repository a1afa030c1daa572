package org.puente.registry.coverage;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * The offers of one kind of service in one area.
 *
 * @param area ISO 3166-2, or ISO 3166-1 alpha-3 where no subdivision is known
 * @param offers active offers
 * @param overlapping the offers among them that share people with another offer
 */
record Cell(String country, String area, Kind kind, List<OfferPublished> offers, List<OfferPublished> overlapping) {

    Cover cover() {
        if (offers.isEmpty()) {
            return Cover.GAP;
        }
        return overlapping.isEmpty() ? Cover.COVERED : Cover.OVERLAP;
    }
}
