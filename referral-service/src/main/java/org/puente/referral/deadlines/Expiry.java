package org.puente.referral.deadlines;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.Side;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.clock.Chore;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;

/** Publishes {@code expired} for this node's referrals whose deadline is over without a known answer. */
@ApplicationScoped
@Priority(Chore.EXPIRY)
public class Expiry implements Chore {
    private static final int MAX = 100;

    private final Referrals referrals;
    private final ReferralChanges changes;
    private final Clock clock;

    Expiry(Referrals referrals, ReferralChanges changes, Clock clock) {
        this.referrals = referrals;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public String isDue() {
        return Referrals.ANY_UNANSWERED;
    }

    @Override
    public Uni<Void> run(Mutiny.Session session) {
        Instant now = clock.instant();
        return referrals.takeUnanswered(session, now, MAX).chain(overdue -> expire(session, overdue, now));
    }

    private Uni<Void> expire(Mutiny.Session session, List<Referral> overdue, Instant now) {
        return Sequential.each(
                overdue,
                referral -> changes.addAutomatic(
                        session,
                        referral,
                        Side.ISSUER,
                        new ReferralFact.Expired(
                                referral.id(),
                                referral.caseId(),
                                referral.from().institution(),
                                now)));
    }
}
