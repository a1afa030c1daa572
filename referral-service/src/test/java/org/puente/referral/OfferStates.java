package org.puente.referral;

import java.time.Instant;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.platform.testing.OfferBuilder;

/** An offer as its node publishes it next, and as another makes it. */
public final class OfferStates {
    private OfferStates() {}

    /** An offer for those who returned no more than so many days ago. */
    public static OfferPublished withinDays(int days, OfferPublished open) {
        return OfferBuilder.like(open)
                .eligibility(new Eligibility(null, null, null, null, days, null, null, null))
                .build();
    }

    /** The offer, when it needs other fields. */
    public static OfferPublished needing(OfferPublished open, DossierField... fields) {
        return OfferBuilder.like(open).needsFields(fields).build();
    }

    /** The offer as another institution of its node makes it. */
    public static OfferPublished by(String institution, OfferPublished open) {
        return OfferBuilder.like(open).institution(institution).build();
    }

    /** An offer whose recipient is named, and that only some may see. */
    public static OfferPublished restricted(OfferPublished open) {
        return OfferBuilder.like(open).restricted(true).build();
    }

    /** A state of an offer that was published at another time. */
    public static OfferPublished updated(OfferPublished open, Instant at) {
        return OfferBuilder.like(open).updatedAt(at).build();
    }
}
