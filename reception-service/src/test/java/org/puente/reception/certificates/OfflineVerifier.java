package org.puente.reception.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.puente.platform.json.Json;

/**
 * A counter without network: it has the node's published JWK Set and Java's own cryptography, and
 * nothing of the service.
 */
final class OfflineVerifier {
    private final JsonNode keys;
    private final String issuer;

    /**
     * @param jwks as the node published it
     */
    OfflineVerifier(String jwks, String issuer) {
        this.keys = read(jwks).path("keys");
        this.issuer = issuer;
    }

    /** The claims; empty if the statement is not valid at that time. */
    Optional<JsonNode> verify(String statement, Instant now) {
        String[] parts = statement.split("\\.", -1);
        JsonNode header = read(decoded(parts[0]));
        if (!"ES256".equals(header.path("alg").asText())
                || !"puente-certificate+jwt".equals(header.path("typ").asText())) {
            return Optional.empty();
        }
        for (JsonNode key : keys) {
            if (key.path("kid").equals(header.path("kid")) && isSigned(parts, key)) {
                JsonNode claims = read(decoded(parts[1]));
                boolean valid = claims.path("iss").asText().equals(issuer)
                        && now.getEpochSecond() < claims.path("exp").asLong();
                return valid ? Optional.of(claims) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isSigned(String[] parts, JsonNode key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(publicKey(key));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            byte[] given = Base64.getUrlDecoder().decode(parts[2]);
            return given.length == 64 && signature.verify(given);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
