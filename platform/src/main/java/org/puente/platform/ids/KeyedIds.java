package org.puente.platform.ids;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ids of things that a service makes by itself: after a restore of its database it makes them again
 * under the same ids. HMAC-SHA256 under the node's secret, cut to a UUID of version 8 (RFC 9562,
 * 5.8): nobody foresees an id without the secret.
 */
@ApplicationScoped
public class KeyedIds {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecretKeySpec secret;

    /**
     * @throws IllegalArgumentException if the secret has less than 16 characters
     */
    public KeyedIds(@ConfigProperty(name = "puente.ids.secret") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("puente.ids.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /**
     * @param what a word for the kind of thing, so that no two kinds share an id
     * @param of what distinguishes the thing from all others of its kind
     */
    public UUID of(String what, Object... of) {
        String parts = Stream.of(of).map(part -> "\0" + part).collect(Collectors.joining());
        return of(secret, what + parts);
    }

    /**
     * The id that follows from a text, for whoever has the key.
     *
     * @param key of a thing that has one of its own
     */
    public static UUID of(byte[] key, String text) {
        return of(new SecretKeySpec(key, HMAC), text);
    }

    private static UUID of(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            ByteBuffer bytes = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    bytes.getLong() & ~0xf000L | VERSION_8, bytes.getLong() & ~0xc000_0000_0000_0000L | VARIANT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
