package org.puente.referral;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.referral.capacity.WaitingList;
import org.puente.referral.cases.ConsentExpiry;
import org.puente.referral.deadlines.Expiry;
import org.puente.referral.deadlines.Reminders;

/**
 * The periodic work on referrals: reminders, expiry, the end of consents, places for those who
 * wait. Each instance of the service has its clock. Rows that another instance holds are skipped;
 * only positions in waiting lists wait for them.
 */
@ApplicationScoped
class ReferralClock {
    private static final Logger LOG = Logger.getLogger(ReferralClock.class);

    private final UnitOfWork work;
    private final Reminders reminders;
    private final Expiry expiry;
    private final ConsentExpiry consentExpiry;
    private final WaitingList waitingList;

    ReferralClock(
            UnitOfWork work, Reminders reminders, Expiry expiry, ConsentExpiry consentExpiry, WaitingList waitingList) {
        this.work = work;
        this.reminders = reminders;
        this.expiry = expiry;
        this.consentExpiry = consentExpiry;
        this.waitingList = waitingList;
    }

    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "referral-clock")
    Uni<Void> tick() {
        return chore("reminding", reminders::remindSome)
                .chain(() -> chore("expiry", expiry::expireSome))
                .chain(() -> chore("the end of consents", consentExpiry::endSome))
                .chain(() -> chore("freed places", waitingList::offerFreedPlaces))
                .chain(() -> chore("positions", waitingList::publishPositions));
    }

    /** A fault in one chore stops neither the other chores nor the next tick. */
    private Uni<Void> chore(String name, Function<Mutiny.Session, Uni<Void>> chore) {
        return work.run(chore)
                .onFailure()
                .invoke(fault -> LOG.warnf("%s waits: %s", name, Faults.causes(fault)))
                .onFailure()
                .recoverWithNull();
    }
}
