package org.puente.referral.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.puente.platform.sealing.Seal;

/**
 * What a node has published of itself, not parsed yet: another node's mistakes must not become our
 * faults.
 *
 * @param jwks its keys, as a JSON Web Key Set (RFC 7517, section 5)
 * @param timezone by its IANA name
 */
public record NodeEntry(String jwks, String timezone) {
    public static final NodeEntry UNKNOWN = new NodeEntry("", "");

    /**
     * @param jwks null for a node that has not published itself
     */
    public static NodeEntry of(String jwks, String timezone) {
        return jwks == null ? UNKNOWN : new NodeEntry(jwks, timezone);
    }

    /**
     * @return the key to seal to; empty where the node has published none that can be sealed to
     */
    public Optional<JsonWebKey> key() {
        try {
            return Optional.of(Seal.newest(new JsonWebKeySet(jwks)));
        } catch (JoseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** UTC for a zone that this machine doesn't know. */
    public ZoneId zone() {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The day at the node, by its own calendar. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone());
    }
}
