package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;
import org.puente.platform.ids.Ids;

/**
 * The ids of a new referral, which nobody else can foresee.
 *
 * @param dossier of the dossier that is sealed for it
 */
record NewReferralIds(ReferralId referral, DossierId dossier) {
    private static final String HMAC = "HmacSHA256";

    static NewReferralIds random() {
        return new NewReferralIds(new ReferralId(Ids.next()), new DossierId(Ids.next()));
    }

    /**
     * The ids of the referral that follows a redirect. They come from the redirected referral and
     * the offer, by a key that this node alone has: so a redirect is followed once, also where the
     * database was restored in between. UUIDv8 (RFC 9562, 5.8) of an HMAC-SHA256.
     */
    static Uni<NewReferralIds> following(Mutiny.Session session, ReferralId redirected, OfferId offer) {
        return session.createNativeQuery("select key from redirect_key", UUID.class)
                .getSingleResult()
                .map(key -> following(key, redirected, offer));
    }

    static NewReferralIds following(UUID key, ReferralId redirected, OfferId offer) {
        String what = redirected + " " + offer;
        return new NewReferralIds(
                new ReferralId(id(key, "referral " + what)), new DossierId(id(key, "dossier " + what)));
    }

    private static UUID id(UUID key, String what) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(key), HMAC));
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
            long version = hash.getLong() & ~0xf000L | 0x8000L;
            long variant = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
            return new UUID(version, variant);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID key) {
        return ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }
}
