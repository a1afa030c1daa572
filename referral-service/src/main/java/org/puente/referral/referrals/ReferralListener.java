package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralNote;

/**
 * A feature that acts on a change of a referral, in the transaction of the change. Listeners are
 * called one after the other, by their {@link jakarta.annotation.Priority}, the highest first.
 */
public interface ReferralListener {
    /** The change feed: it must record this change before those that follow from it. */
    int CHANGE_FEED = 400;

    int CAPACITY = 300;
    int DOSSIERS = 200;

    /** Last, since it issues another referral. */
    int REDIRECTS = 100;

    /**
     * @param fact is part of the referral already
     * @param origin where the change came from
     */
    Uni<Void> onChange(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin);

    /**
     * @param noteId the note's {@code ce_id}
     * @param note is taken in already
     */
    default Uni<Void> onNote(Mutiny.Session session, Referral referral, UUID noteId, ReferralNote note) {
        return Uni.createFrom().voidItem();
    }
}
