package org.puente.contracts;

import java.util.UUID;

/** An arrival of a group, announced before it happens. */
public record ArrivalId(UUID value) implements UuidId {
    public ArrivalId {
        Require.present("arrivalId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
