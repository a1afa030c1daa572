package org.puente.contracts;

import java.util.UUID;

/** One request to one offer to serve one case. */
public record ReferralId(UUID value) implements UuidId {
    public ReferralId {
        Require.present("referralId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
