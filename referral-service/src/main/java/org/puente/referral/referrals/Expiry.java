package org.puente.referral.referrals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.Side;
import org.puente.platform.Faults;
import org.puente.platform.UnitOfWork;

/** Says {@code expired} of this node's referrals whose deadline is over without a known answer. */
@ApplicationScoped
class Expiry {
    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int MOST = 100;

    private final UnitOfWork work;
    private final Referrals referrals;
    private final Speaking speaking;
    private final Clock clock;

    Expiry(UnitOfWork work, Referrals referrals, Speaking speaking, Clock clock) {
        this.work = work;
        this.referrals = referrals;
        this.speaking = speaking;
        this.clock = clock;
    }

    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "expiry")
    Uni<Void> tick() {
        return work.run(this::expireSome)
                .onFailure(Faults::mayPass)
                .recoverWithUni(
                        fault -> {
                            LOG.debugf("Expiry waits: %s", Faults.name(fault));
                            return Uni.createFrom().voidItem();
                        });
    }

    private Uni<Void> expireSome(Mutiny.Session session) {
        Instant now = clock.instant();
        return referrals
                .takeUnanswered(session, now, MOST)
                .chain(overdue -> expire(session, overdue, now));
    }

    private Uni<Void> expire(Mutiny.Session session, List<Referral> overdue, Instant now) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Referral referral : overdue) {
            ReferralFact.Expired fact =
                    new ReferralFact.Expired(
                            referral.id(), referral.caseId(), referral.from().institution(), now);
            chain =
                    chain.chain(() -> speaking.say(session, referral, Side.ISSUER, fact))
                            .replaceWithVoid();
        }
        return chain;
    }
}
