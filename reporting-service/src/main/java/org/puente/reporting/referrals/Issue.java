package org.puente.reporting.referrals;

import java.util.Comparator;
import java.util.UUID;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;

/** The fact that issued a referral. Where its node publishes two, the earlier counts. */
record Issue(UUID factId, ReferralFact.Issued fact) {
    private static final Comparator<Issue> ORDER = Comparator.comparing(
                    (Issue issue) -> issue.fact().occurredAt())
            .thenComparing(issue -> issue.factId().toString());

    NodeId issuer() {
        return fact.from().node();
    }

    /** The earlier of both; either may be null. */
    static Issue first(Issue one, Issue other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ORDER.compare(one, other) <= 0 ? one : other;
    }
}
