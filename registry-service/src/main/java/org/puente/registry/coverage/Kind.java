package org.puente.registry.coverage;

import java.util.Comparator;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Level;

/** A kind of service. */
record Kind(Level level, Dimension dimension, String category) implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::level).thenComparing(Kind::dimension).thenComparing(Kind::category);

    static Kind of(OfferPublished offer) {
        return new Kind(offer.level(), offer.dimension(), offer.category());
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }
}
