package org.puente.referral.hostile;

import java.time.Instant;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Places;

/** Offers as others would publish them. */
final class Posing {
    private Posing() {}

    static OfferPublished offer(String node, String institution, OfferPublished like, Instant at) {
        return offer(new NodeId(node), new InstitutionId(institution), like, like.capacity(), at);
    }

    static OfferPublished limited(OfferPublished like, Places places) {
        return offer(like.node(), like.institution(), like, places, like.updatedAt());
    }

    private static OfferPublished offer(
            NodeId node, InstitutionId institution, OfferPublished like, Places places, Instant at) {
        return new OfferPublished(
                like.offerId(),
                institution,
                node,
                like.name(),
                like.level(),
                like.dimension(),
                like.category(),
                like.eligibility(),
                like.coverage(),
                like.needsFields(),
                like.answerWithin(),
                like.languages(),
                like.schedule(),
                like.contact(),
                places,
                like.restricted(),
                like.status(),
                like.assuredOn(),
                at);
    }
}
