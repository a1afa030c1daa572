package org.puente.contracts;

import java.util.UUID;

/** A consent, or the order of an authority that replaces it. */
public record ConsentId(UUID value) implements UuidId {
    public ConsentId {
        Require.present("consentId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
