package org.puente.referral.hostile;

import java.time.Instant;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Places;
import org.puente.platform.testing.OfferBuilder;

/** Offers as others would publish them. */
final class Posing {
    private Posing() {}

    static OfferPublished offer(String node, String institution, OfferPublished like, Instant at) {
        return OfferBuilder.like(like)
                .node(node)
                .institution(institution)
                .updatedAt(at)
                .build();
    }

    static OfferPublished limited(OfferPublished like, Places places) {
        return OfferBuilder.like(like).capacity(places).build();
    }
}
