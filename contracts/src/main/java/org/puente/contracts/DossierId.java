package org.puente.contracts;

import java.util.UUID;

/** Personal data sealed to one node. */
public record DossierId(UUID value) implements UuidId {
    public DossierId {
        Require.present("dossierId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
