package org.puente.platform.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.InvalidKeyException;
import org.jose4j.lang.JoseException;
import org.puente.platform.json.Json;

/**
 * Seals text or bytes to one recipient: JWE (RFC 7516), ECDH-ES+A256KW with A256GCM, to the
 * recipient node's P-256 key. The {@code kid} names the key.
 */
public final class Seal {
    private static final AlgorithmConstraints KEY_AGREEMENT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
    private static final AlgorithmConstraints CONTENT =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private Seal() {}

    /** The key to seal to: the first key of the set that may be used for encryption. */
    public static JsonWebKey newest(JsonWebKeySet keys) {
        return keys.getJsonWebKeys().stream()
                .filter(key -> key.getUse() == null || key.getUse().equals("enc"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key to seal to"));
    }

    /**
     * @return the compact serialisation
     * @throws KeyUnusable as {@link #seal(byte[], Map, JsonWebKey)}
     */
    public static String seal(String text, JsonWebKey recipient) {
        return seal(text.getBytes(StandardCharsets.UTF_8), Map.of(), recipient);
    }

    /**
     * Seals bytes, with labels on the outside: names and values of the protected header (RFC 7516,
     * section 4.3). Every reader of the record can read them; nobody can change them unnoticed.
     *
     * @return the compact serialisation
     * @throws KeyUnusable if the key has the right form, but nothing can be sealed to it
     */
    public static String seal(byte[] contents, Map<String, String> labels, JsonWebKey recipient) {
        Cryptography.ready();
        JsonWebEncryption jwe = new JsonWebEncryption();
        labels.forEach(jwe::setHeader);
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(recipient.getKeyId());
        jwe.setKey(recipient.getKey());
        jwe.setPlaintext(contents);
        try {
            return jwe.getCompactSerialization();
        } catch (InvalidKeyException e) {
            throw new KeyUnusable();
        } catch (JoseException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /**
     * @throws SealBroken if the text is not sealed to one of the keys, or was tampered with
     */
    public static String open(String jweText, JsonWebKeySet own) {
        return new String(openBytes(jweText, own), StandardCharsets.UTF_8);
    }

    /**
     * @throws SealBroken if the bytes are not sealed to one of the keys, or were tampered with
     */
    public static byte[] openBytes(String jweText, JsonWebKeySet own) {
        Cryptography.ready();
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(KEY_AGREEMENT);
            jwe.setContentEncryptionAlgorithmConstraints(CONTENT);
            jwe.setCompactSerialization(jweText);
            for (JsonWebKey key : own.getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey pair
                        && pair.getPrivateKey() != null
                        && String.valueOf(key.getKeyId()).equals(jwe.getKeyIdHeaderValue())) {
                    jwe.setKey(pair.getPrivateKey());
                    return jwe.getPlaintextBytes();
                }
            }
        } catch (JoseException | NullPointerException | ClassCastException e) {
            throw new SealBroken(); // the sender writes the header, and the library fails on some
        }
        throw new SealBroken();
    }

    /**
     * A label as it stands on the outside. It is proven only when the text is opened.
     *
     * @return empty if there is none
     */
    public static Optional<String> label(String jweText, String name) {
        try {
            int end = jweText.indexOf('.');
            byte[] header = Base64.getUrlDecoder().decode(jweText.substring(0, Math.max(end, 0)));
            return Optional.ofNullable(Json.mapper().readTree(header).path(name).textValue());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // not a header: it cannot be opened either
        }
    }

    /** A key that another node has published is not usable, e.g. not a point of its curve. */
    public static final class KeyUnusable extends RuntimeException {
        KeyUnusable() {
            super("Nothing can be sealed to this key");
        }
    }

    /**
     * A sealed text cannot be opened here. It states no more, so that nothing of the text reaches a
     * log.
     */
    public static final class SealBroken extends RuntimeException {
        SealBroken() {
            super("The seal cannot be opened with the keys of this node");
        }
    }
}
