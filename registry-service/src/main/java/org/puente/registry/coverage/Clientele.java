package org.puente.registry.coverage;

import java.util.Collection;
import java.util.Collections;
import org.puente.contracts.Eligibility;

/** Compares the people that offers are for. */
final class Clientele {
    private Clientele() {}

    /**
     * Whether one person could be eligible for both. Only sex, nationality and age are compared:
     * one person can meet several of the other conditions.
     */
    static boolean isShared(Eligibility one, Eligibility other) {
        return meet(one.sex(), other.sex())
                && meet(one.nationalities(), other.nationalities())
                && minAge(one) <= maxAge(other)
                && minAge(other) <= maxAge(one);
    }

    /** An empty list sets no condition. */
    private static boolean meet(Collection<?> one, Collection<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }

    private static int minAge(Eligibility eligibility) {
        return eligibility.minAge() == null ? 0 : eligibility.minAge();
    }

    private static int maxAge(Eligibility eligibility) {
        return eligibility.maxAge() == null ? Integer.MAX_VALUE : eligibility.maxAge();
    }
}
