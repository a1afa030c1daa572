package org.puente.reception.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
 * Seals what people wrote, so that the database, its backups and its disk don't show it: JWE (RFC
 * 7516), dir with A256GCM, under a key derived from the node's pseudonym secret. That secret is
 * never replaced, and a node that loses it recognises nobody either.
 */
@ApplicationScoped
public class SealedTexts {
    private static final String HMAC = "HmacSHA256";
    private static final AlgorithmConstraints DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);

    private final AesKey key;

    SealedTexts(@ConfigProperty(name = "puente.pseudonym.secret") String secret) {
        key = new AesKey(derived(secret));
    }

    private static byte[] derived(String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal("texts of people".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param text null gives null
     */
    public String seal(String text) {
        if (text == null) {
            return null;
        }
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKey(key);
        jwe.setPayload(text);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /**
     * @param sealed null for no text
     * @return empty if there is no text, or none that this node's secret opens
     */
    public Optional<String> open(String sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(DIRECT);
            jwe.setCompactSerialization(sealed);
            jwe.setKey(key);
            return Optional.of(jwe.getPayload());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }
}
