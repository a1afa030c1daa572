package org.puente.contracts;

import java.util.UUID;

/** One planned contact with a person after the return. */
public record FollowUpId(UUID value) implements UuidId {
    public FollowUpId {
        Require.present("followUpId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
