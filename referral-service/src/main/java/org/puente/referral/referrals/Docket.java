package org.puente.referral.referrals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.puente.contracts.ReferralId;

/**
 * The referrals that a batch of facts is about, held until its transaction ends, and the facts that
 * wait for those of them that have not come yet.
 */
final class Docket {
    private final Map<UUID, Referral> known = new HashMap<>();
    private final Map<UUID, List<EarlyFact>> waiting = new HashMap<>();

    Docket(List<Referral> known, List<EarlyFact> waiting) {
        known.forEach(this::add);
        waiting.forEach(this::add);
    }

    /**
     * @return null where it has not come yet
     */
    Referral find(ReferralId id) {
        return known.get(id.value());
    }

    void add(Referral referral) {
        known.put(referral.referralId, referral);
    }

    void add(EarlyFact early) {
        waiting.computeIfAbsent(early.referralId, first -> new ArrayList<>()).add(early);
    }

    /** Hands over what waits for a referral, oldest first. */
    List<EarlyFact> waitingFor(ReferralId id) {
        List<EarlyFact> all = waiting.remove(id.value());
        return all == null ? List.of() : all;
    }
}
