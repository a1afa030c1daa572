package org.puente.referral.clock;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;

/**
 * Does the chores that are due. Each instance of the service has its clock. Rows that another
 * instance holds are skipped; only positions in waiting lists wait for them.
 */
@ApplicationScoped
class ReferralClock {
    private static final Logger LOG = Logger.getLogger(ReferralClock.class);

    private final UnitOfWork work;
    private final DueChores dueChores;
    private final Clock clock;

    ReferralClock(UnitOfWork work, DueChores dueChores, Clock clock) {
        this.work = work;
        this.dueChores = dueChores;
        this.clock = clock;
    }

    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "referral-clock")
    Uni<Void> tick() {
        return unlessItFails("The clock", doChores());
    }

    private Uni<Void> doChores() {
        return Uni.createFrom()
                .deferred(() -> dueChores.of(clock.instant()))
                .chain(due -> Sequential.each(due, chore -> unlessItFails(chore.name(), work.run(chore::run))));
    }

    /** A fault in one chore stops neither the other chores nor the next tick. */
    private static Uni<Void> unlessItFails(String name, Uni<Void> work) {
        return work.onFailure()
                .invoke(fault -> LOG.warnf("%s waits: %s", name, Faults.causes(fault)))
                .onFailure()
                .recoverWithNull();
    }
}
