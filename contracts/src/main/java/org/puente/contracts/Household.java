package org.puente.contracts;

/**
 * The household that a person returned with.
 *
 * @param size people in the household, as far as known; at least 1
 */
public record Household(HouseholdId id, int size) {
    public Household {
        Require.present("id", id);
        Require.atLeast(1, "size", size);
    }
}
