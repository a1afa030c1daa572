package org.puente.contracts;

import java.util.UUID;

/** Pseudonym of a person, stable over returns within one node and unknown to every other. */
public record PersonId(UUID value) implements UuidId {
    public PersonId {
        Require.present("personId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
