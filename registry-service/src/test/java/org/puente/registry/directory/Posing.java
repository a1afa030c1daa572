package org.puente.registry.directory;

import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;

/** Offers in the name of others' institutions. */
final class Posing {
    private Posing() {}

    static OfferPublished as(InstitutionId institution, OfferPublished offer) {
        return new OfferPublished(
                offer.offerId(),
                institution,
                offer.node(),
                offer.name(),
                offer.level(),
                offer.dimension(),
                offer.category(),
                offer.eligibility(),
                offer.coverage(),
                offer.needsFields(),
                offer.answerWithin(),
                offer.languages(),
                offer.schedule(),
                offer.contact(),
                offer.capacity(),
                offer.restricted(),
                offer.status(),
                offer.assuredOn(),
                offer.updatedAt());
    }
}
