package org.puente.contracts;

/**
 * A public key of a node, RFC 7517 and RFC 7518 section 6.2.1. It has no component for a private
 * part.
 *
 * @param kty {@code EC}
 * @param crv {@code P-256}
 * @param x coordinate, base64url
 * @param y coordinate, base64url
 * @param use {@code enc}
 * @param alg {@code ECDH-ES+A256KW}
 * @param kid key id, unique in the node for all time
 */
public record Jwk(String kty, String crv, String x, String y, String use, String alg, String kid) {
    public Jwk {
        exactly("EC", "kty", kty);
        exactly("P-256", "crv", crv);
        Shape.BASE64URL.require("x", x);
        Shape.BASE64URL.require("y", y);
        exactly("enc", "use", use);
        exactly("ECDH-ES+A256KW", "alg", alg);
        Shape.KEY_ID.require("kid", kid);
    }

    private static void exactly(String expected, String component, String value) {
        if (!expected.equals(value)) {
            throw new IllegalArgumentException(component + " must be " + expected);
        }
    }
}
