package org.puente.referral.matching;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * An offer held against a case.
 *
 * @param answersNeed whether it answers a need that is recorded
 */
record Match(OfferPublished offer, boolean answersNeed, List<Reason> reasons) {
    boolean eligible() {
        return reasons.stream().noneMatch(Reason::blocks);
    }

    boolean full() {
        return reasons.stream().anyMatch(reason -> reason.code().equals("full"));
    }
}
