package org.puente.reporting.followups;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.puente.contracts.FollowUpFact;

/** A fact of a follow-up with its id. Of two facts of the same type the later counts. */
record IdentifiedFact<F extends FollowUpFact>(UUID factId, F fact) {

    Instant at() {
        return fact.occurredAt();
    }

    /** The later of both; either may be null. */
    static <F extends FollowUpFact> IdentifiedFact<F> later(IdentifiedFact<F> one, IdentifiedFact<F> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Comparator.comparing((IdentifiedFact<F> fact) -> fact.at())
                                .thenComparing(fact -> fact.factId().toString())
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }
}
