package org.puente.registry.directory;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * A term of the region's taxonomy.
 *
 * @param code e.g. {@code employment}; null for the facet itself, the parent of its terms
 */
public record Term(Facet facet, String code) {

    /** The terms of an offer, one of each facet. */
    public static List<Term> of(OfferPublished offer) {
        return List.of(
                new Term(Facet.LEVEL, offer.level().code()),
                new Term(Facet.DIMENSION, offer.dimension().code()),
                new Term(Facet.CATEGORY, offer.category()));
    }
}
