package org.puente.contracts;

import java.util.List;

/** A node's public keys, newest first; RFC 7517 section 5. */
public record Jwks(List<Jwk> keys) {
    public Jwks {
        keys = Require.list(keys);
    }
}
