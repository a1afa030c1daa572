package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;
import org.puente.platform.ids.Ids;
import org.puente.platform.ids.KeyedIds;

/**
 * The ids of a new referral, which nobody else can foresee.
 *
 * @param dossier of the dossier that is sealed for it
 */
record NewReferralIds(ReferralId referral, DossierId dossier) {
    static NewReferralIds random() {
        return new NewReferralIds(new ReferralId(Ids.next()), new DossierId(Ids.next()));
    }

    /**
     * The ids of the referral that follows a redirect. They come from the redirected referral and
     * the offer, by a key that this node alone has: so a redirect is followed once, also where the
     * database was restored in between.
     */
    static Uni<NewReferralIds> following(Mutiny.Session session, ReferralId redirected, OfferId offer) {
        return session.createNativeQuery("select key from redirect_key", UUID.class)
                .getSingleResult()
                .map(key -> following(key, redirected, offer));
    }

    static NewReferralIds following(UUID key, ReferralId redirected, OfferId offer) {
        String what = redirected + " " + offer;
        byte[] secret = bytes(key);
        return new NewReferralIds(
                new ReferralId(KeyedIds.of(secret, "referral " + what)),
                new DossierId(KeyedIds.of(secret, "dossier " + what)));
    }

    private static byte[] bytes(UUID key) {
        return ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }
}
