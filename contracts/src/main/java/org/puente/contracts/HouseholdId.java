package org.puente.contracts;

import java.util.UUID;

/** People who return together as one household. */
public record HouseholdId(UUID value) implements UuidId {
    public HouseholdId {
        Require.present("householdId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
