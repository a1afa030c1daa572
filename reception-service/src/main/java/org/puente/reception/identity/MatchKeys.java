package org.puente.reception.identity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.json.Json;

/**
 * The keys of person matching: one for tags (HMAC-SHA256), one that seals what is compared (AES-256-GCM), one for ids of
 * matches. All are derived from one secret of the node, which is not in the database. It is read at start, so that a
 * service with a secret that is too short does not start.
 */
@ApplicationScoped
@Startup
class MatchKeys {
    private static final String HMAC = "HmacSHA256";
    private static final String AES = "AES/GCM/NoPadding";
    private static final int SHORTEST_SECRET = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Sealed texts come in steps of so many bytes, so that their length does not tell the length of a name. */
    private static final int STEP = 256;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec tags;
    private final SecretKeySpec sealing;
    private final SecretKeySpec ids;
    private final String name;

    /**
     * @param own the secret of matching; where it is left out, the keys are derived from that of pseudonyms
     */
    MatchKeys(
            @ConfigProperty(name = "puente.matching.secret") Optional<String> own,
            @ConfigProperty(name = "puente.pseudonym.secret") String pseudonyms) {
        String secret = own.orElse(pseudonyms);
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "puente.matching.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        SecretKeySpec root = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.tags = new SecretKeySpec(hmac(root, "matching: tags"), HMAC);
        this.ids = new SecretKeySpec(hmac(root, "matching: ids"), HMAC);
        this.sealing = new SecretKeySpec(hmac(root, "matching: sealing"), "AES");
        this.name = HexFormat.of().formatHex(hmac(root, "matching: name of the key"), 0, 8);
    }

    /** Names the secret without showing anything of it; another secret has another name. */
    String name() {
        return name;
    }

    long tag(String text) {
        return ByteBuffer.wrap(hmac(tags, text)).getLong();
    }

    /** The id of the pair of two cases, the same from both sides; nobody without the secret can compute it. */
    UUID pair(UUID one, UUID other) {
        boolean isFirst = one.toString().compareTo(other.toString()) < 0;
        ByteBuffer hash = ByteBuffer.wrap(hmac(ids, isFirst ? one + " " + other : other + " " + one));
        return new UUID(hash.getLong() & ~0xF000L | 0x8000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE);
    }

    /**
     * Seals what is compared, bound to its case: it can't be moved to another.
     */
    byte[] seal(UUID caseId, Features features) {
        byte[] text = Json.write(features).getBytes(StandardCharsets.UTF_8);
        int length = (text.length / STEP + 1) * STEP;
        byte[] padded = Arrays.copyOf(text, length);
        Arrays.fill(padded, text.length, length, (byte) ' ');
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, caseId, nonce, padded, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Empty for what was sealed under another secret, or for another case. */
    Optional<Features> open(UUID caseId, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            byte[] text = crypt(Cipher.DECRYPT_MODE, caseId, nonce, sealed, NONCE_BYTES);
            return Optional.of(Json.read(new String(text, StandardCharsets.UTF_8).strip(), Features.class));
        } catch (SealBroken e) {
            return Optional.empty();
        }
    }

    private static final class SealBroken extends RuntimeException {
        SealBroken(GeneralSecurityException cause) {
            super(cause);
        }
    }

    private byte[] crypt(int mode, UUID caseId, byte[] nonce, byte[] text, int offset) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(caseId.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text, offset, text.length - offset);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
