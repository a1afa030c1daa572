package org.puente.followup.cases;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.FollowUpFact;
import org.puente.platform.UnitOfWork;

/**
 * What time brings: cases are settled, follow-ups fall due or are missed. Each instance of the
 * service has its clock; they share the work.
 */
@ApplicationScoped
class FollowUpClock {
    private static final Logger LOG = Logger.getLogger(FollowUpClock.class);
    private static final int BATCH = 200;

    private final UnitOfWork work;
    private final Settling settling;
    private final DueDates dueDates;
    private final Clock clock;

    FollowUpClock(UnitOfWork work, Settling settling, DueDates dueDates, Clock clock) {
        this.work = work;
        this.settling = settling;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /** A fault is left to the next tick, which finds the same work. */
    @Scheduled(
            every = "${puente.followup.tick}",
            identity = "follow-up-clock",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return allOf(session -> settling.settleSome(session, BATCH))
                .chain(() -> allOf(this::due))
                .chain(() -> allOf(this::missed))
                .onFailure()
                .invoke(e -> LOG.warnf("The clock waits: %s", e.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Batch by batch, each a transaction of its own, until one isn't full. */
    private Uni<Void> allOf(Function<Mutiny.Session, Uni<Integer>> batch) {
        return work.run(batch).chain(n -> n < BATCH ? nothing() : allOf(batch));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    Uni<Integer> due(Mutiny.Session session) {
        return told(session, dueDates.due(session, clock.instant(), BATCH));
    }

    private Uni<Integer> missed(Mutiny.Session session) {
        return told(session, dueDates.missed(session, clock.instant(), BATCH));
    }

    private Uni<Integer> told(Mutiny.Session session, Uni<List<FollowUpFact>> taken) {
        return taken.call(facts -> settling.tell(session, facts)).map(List::size);
    }
}
