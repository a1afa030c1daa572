package org.puente.followup.cases;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.followup.directory.Directory;
import org.puente.platform.persistence.UnitOfWork;

/**
 * Settles cases, and marks follow-ups as due or missed, as time passes. Each instance of the
 * service runs this clock; the instances share the work.
 */
@ApplicationScoped
class FollowUpClock {
    private static final int BATCH = 200;

    private final UnitOfWork work;
    private final Settling settling;
    private final CaseFiles files;
    private final DueDates dueDates;
    private final Directory directory;
    private final WorkDue workDue;
    private final Clock clock;

    FollowUpClock(
            UnitOfWork work,
            Settling settling,
            CaseFiles files,
            DueDates dueDates,
            Directory directory,
            WorkDue workDue,
            Clock clock) {
        this.work = work;
        this.settling = settling;
        this.files = files;
        this.dueDates = dueDates;
        this.directory = directory;
        this.workDue = workDue;
        this.clock = clock;
    }

    /** After a fault the next tick finds the same work again. */
    @Scheduled(
            every = "${puente.followup.tick}",
            identity = "follow-up-clock",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return workDue.any(clock.instant())
                .chain(any -> any ? doAll() : Uni.createFrom().voidItem());
    }

    private Uni<Void> doAll() {
        return work.runAll(BATCH, session -> settling.settleSome(session, BATCH))
                .chain(() -> work.runAll(BATCH, this::due))
                .chain(() -> work.runAll(BATCH, this::missed));
    }

    private Uni<Integer> due(Mutiny.Session session) {
        return taken(session, dueDates::due);
    }

    /**
     * Cases are settled again: the missed follow-up may have been the last, and then no dossier may
     * be held.
     */
    private Uni<Integer> missed(Mutiny.Session session) {
        return taken(session, this::missed);
    }

    private Uni<List<FollowUpFact>> missed(Mutiny.Session session, Instant now, LocalDate today, int max) {
        return dueDates.missed(session, now, today, max)
                .call(facts -> files.unsettle(
                        session,
                        facts.stream().map(fact -> fact.caseId().value()).toList()));
    }

    private interface Taking {
        Uni<List<FollowUpFact>> take(Mutiny.Session session, Instant now, LocalDate today, int max);
    }

    private Uni<Integer> taken(Mutiny.Session session, Taking taking) {
        Instant now = clock.instant();
        return directory
                .today(session, now)
                .chain(today -> taking.take(session, now, today, BATCH))
                .call(facts -> settling.publish(session, facts))
                .map(List::size);
    }
}
