package org.puente.reception.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.puente.platform.Node;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;

/**
 * Signed statements of certificates: JWS (RFC 7515) in its compact form, ES256 by the node's
 * signing key, claims as JWT names them (RFC 7519).
 */
@ApplicationScoped
class Statements {
    /** An explicit type, so that nothing else that the key may sign is taken for a certificate (RFC 8725, 3.11). */
    private static final String TYPE = "puente-certificate+jwt";

    private static final String USE = "sig";
    private static final AlgorithmConstraints ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final Node node;
    private final NodeKeys keys;

    Statements(Node node, NodeKeys keys) {
        this.node = node;
        this.keys = keys;
    }

    /**
     * @param iss node
     * @param jti code, without dashes
     * @param initials of the person
     * @param returned day of the return
     * @param exp end of the last day, in seconds since 1970 (NumericDate)
     */
    private record Body(String iss, String jti, String initials, LocalDate returned, long exp) {}

    /**
     * @throws IllegalStateException if the node has no key to sign with
     */
    String sign(Claims claims) {
        PublicJsonWebKey key = newest();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", TYPE);
        jws.setKey(key.getPrivateKey());
        jws.setPayload(Json.write(new Body(
                node.id().value(),
                claims.code().symbols(),
                claims.initials(),
                claims.returnedOn(),
                claims.expiresAt().getEpochSecond())));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /**
     * The code in a statement that this node has signed.
     *
     * @param text what a QR code was read as
     * @return empty if it is not signed by a key of this node, or is no statement of a certificate
     */
    Optional<CertificateCode> verified(String text) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ES256);
            jws.setCompactSerialization(text.strip());
            Optional<JsonWebKey> key = signing().stream()
                    .filter(known -> known.getKeyId().equals(jws.getKeyIdHeaderValue()))
                    .findFirst();
            if (key.isEmpty() || !TYPE.equals(jws.getHeader("typ"))) {
                return Optional.empty();
            }
            jws.setKey(((PublicJsonWebKey) key.get()).getPublicKey());
            return jws.verifySignature()
                    ? CertificateCode.read(
                            Json.read(jws.getPayload(), Body.class).jti())
                    : Optional.empty();
        } catch (JoseException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return Optional.empty(); // anybody writes the text, and the library fails on some
        }
    }

    /** The public part of each key that statements are or were signed with, newest first. */
    List<Map<String, Object>> published() {
        return signing().stream()
                .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList();
    }

    private List<JsonWebKey> signing() {
        return keys.signing().getJsonWebKeys().stream()
                .filter(key -> key.getUse() == null || key.getUse().equals(USE))
                .filter(key -> key.getKeyId() != null)
                .toList();
    }

    private PublicJsonWebKey newest() {
        return signing().stream()
                .filter(PublicJsonWebKey.class::isInstance)
                .map(PublicJsonWebKey.class::cast)
                .filter(key -> key.getPrivateKey() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("puente.keys.signing has no key to sign with"));
    }
}
