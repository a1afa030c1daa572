package org.puente.reception.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/**
 * Makes codes, and keeps them out of the database. The database holds only a code's HMAC-SHA256
 * under the node's secret, and for a day a sealed text. The database alone is not enough to try
 * codes; a node that loses the secret hands out new codes.
 */
@ApplicationScoped
public class StatusCodes {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;
    private static final AlgorithmConstraints DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec secret;
    private final AesKey sealing;

    StatusCodes(@ConfigProperty(name = "puente.status.secret") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "puente.status.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.sealing = new AesKey(hmac("status-code sealing"));
    }

    public StatusCode next() {
        return StatusCode.random(random);
    }

    /** The mark that stores and finds a code. */
    public String mark(StatusCode code) {
        return HexFormat.of().formatHex(hmac("status-code mark\u0000" + code.symbols()));
    }

    /** Seals a text so that only this node's reception opens it: JWE, dir with A256GCM. */
    public String seal(String text) {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKey(sealing);
        jwe.setPayload(text);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** Empty if the text was sealed under another secret. */
    public Optional<String> open(String sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(DIRECT);
            jwe.setCompactSerialization(sealed);
            jwe.setKey(sealing);
            return Optional.of(jwe.getPayload());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens the text of a code that may have ended since.
     *
     * @param mark of the code that is in force; null if there is none
     * @return empty if it is not that code, or was sealed under another secret
     */
    public Optional<String> openInForce(String sealed, String mark) {
        return open(sealed)
                .flatMap(StatusCode::read)
                .filter(code -> mark(code).equals(mark))
                .map(StatusCode::text);
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
