package org.puente.referral.dossiers;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.Node;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralListener;

/** Where the consent is withdrawn, the recipient's node erases what it was sent. */
@ApplicationScoped
@Priority(ReferralListener.DOSSIERS)
class WithdrawalErasure implements ReferralListener {
    private final Node node;
    private final Erasure erasure;

    WithdrawalErasure(Node node, Erasure erasure) {
        this.node = node;
        this.erasure = erasure;
    }

    @Override
    public Uni<Void> onChange(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        boolean ended = fact.fact() instanceof ReferralFact.Withdrawn withdrawn
                && withdrawn.reason() == WithdrawalReason.CONSENT_WITHDRAWN;
        return ended && node.id().equals(referral.to().node())
                ? erasure.erase(session, Erasure.HeldDossier.of(referral), ErasureReason.CONSENT_WITHDRAWN)
                : Uni.createFrom().voidItem();
    }
}
