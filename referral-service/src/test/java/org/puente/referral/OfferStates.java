package org.puente.referral;

import java.time.Instant;
import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;

/** An offer as its node publishes it next, and as another makes it. */
public final class OfferStates {
    private OfferStates() {}

    /** An offer for those who returned no more than so many days ago. */
    public static OfferPublished withinDays(int days, OfferPublished open) {
        return of(
                open,
                new Eligibility(null, null, null, null, days, null, null, null),
                open.restricted(),
                open.updatedAt());
    }

    /** The offer, when it needs other fields. */
    public static OfferPublished needing(OfferPublished open, DossierField... fields) {
        return copy(open, open.institution(), List.of(fields));
    }

    /** The offer as another institution of its node makes it. */
    public static OfferPublished by(String institution, OfferPublished open) {
        return copy(open, new InstitutionId(institution), open.needsFields());
    }

    private static OfferPublished copy(OfferPublished open, InstitutionId institution, List<DossierField> needs) {
        return new OfferPublished(
                open.offerId(),
                institution,
                open.node(),
                open.name(),
                open.level(),
                open.dimension(),
                open.category(),
                open.eligibility(),
                open.coverage(),
                needs,
                open.answerWithin(),
                open.languages(),
                open.schedule(),
                open.contact(),
                open.capacity(),
                open.restricted(),
                open.status(),
                open.assuredOn(),
                open.updatedAt());
    }

    /** An offer whose recipient is named, and that only some may see. */
    public static OfferPublished restricted(OfferPublished open) {
        return of(open, open.eligibility(), true, open.updatedAt());
    }

    private static OfferPublished of(
            OfferPublished open, Eligibility eligibility, boolean restricted, Instant updatedAt) {
        return new OfferPublished(
                open.offerId(),
                open.institution(),
                open.node(),
                open.name(),
                open.level(),
                open.dimension(),
                open.category(),
                eligibility,
                open.coverage(),
                open.needsFields(),
                open.answerWithin(),
                open.languages(),
                open.schedule(),
                open.contact(),
                open.capacity(),
                restricted,
                open.status(),
                open.assuredOn(),
                updatedAt);
    }

    /** A state of an offer that was published at another time. */
    public static OfferPublished updated(OfferPublished open, Instant at) {
        return of(open, open.eligibility(), open.restricted(), at);
    }
}
