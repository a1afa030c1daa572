package org.puente.registry.coverage;

import java.util.Collection;
import java.util.Collections;
import org.puente.contracts.Eligibility;

/** Whom offers are for, held against each other. */
final class Clientele {
    private Clientele() {}

    /**
     * Whether somebody could be eligible for both. Profiles, documents and days since the return
     * keep nobody from the other offer: one person may have several of them.
     */
    static boolean isShared(Eligibility one, Eligibility other) {
        return meet(one.sex(), other.sex())
                && meet(one.nationalities(), other.nationalities())
                && least(one) <= most(other)
                && least(other) <= most(one);
    }

    /** An empty list sets no condition. */
    private static boolean meet(Collection<?> one, Collection<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }

    private static int least(Eligibility eligibility) {
        return eligibility.minAge() == null ? 0 : eligibility.minAge();
    }

    private static int most(Eligibility eligibility) {
        return eligibility.maxAge() == null ? Integer.MAX_VALUE : eligibility.maxAge();
    }
}
