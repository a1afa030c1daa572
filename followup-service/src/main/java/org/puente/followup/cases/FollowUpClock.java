package org.puente.followup.cases;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.FollowUpFact;
import org.puente.followup.directory.Directory;
import org.puente.platform.persistence.UnitOfWork;

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
    private final CaseFiles files;
    private final DueDates dueDates;
    private final Directory directory;
    private final Clock clock;

    FollowUpClock(
            UnitOfWork work, Settling settling, CaseFiles files, DueDates dueDates, Directory directory, Clock clock) {
        this.work = work;
        this.settling = settling;
        this.files = files;
        this.dueDates = dueDates;
        this.directory = directory;
        this.clock = clock;
    }

    /** A fault is left to the next tick, which finds the same work. */
    @Scheduled(
            every = "${puente.followup.tick}",
            identity = "follow-up-clock",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return work.runAll(BATCH, session -> settling.settleSome(session, BATCH))
                .chain(() -> work.runAll(BATCH, this::due))
                .chain(() -> work.runAll(BATCH, this::missed))
                .onFailure()
                .invoke(FollowUpClock::log)
                .onFailure()
                .recoverWithNull();
    }

    /** What failed and where, without its message: a database's message may quote a row. */
    private static void log(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.warnf("The clock waits: %s at %s", e.getClass(), trace.length == 0 ? "?" : trace[0]);
    }

    private Uni<Integer> due(Mutiny.Session session) {
        return taken(session, dueDates::due);
    }

    /** What is missed may have been the last that a case's dossier was held for. */
    private Uni<Integer> missed(Mutiny.Session session) {
        return taken(session, this::missed);
    }

    private Uni<List<FollowUpFact>> missed(Mutiny.Session session, Instant now, LocalDate today, int most) {
        return dueDates.missed(session, now, today, most)
                .call(facts -> files.unsettle(
                        session,
                        facts.stream().map(fact -> fact.caseId().value()).toList()));
    }

    private interface Taking {
        Uni<List<FollowUpFact>> take(Mutiny.Session session, Instant now, LocalDate today, int most);
    }

    /** While the node's calendar isn't known, nothing is planned that could be taken. */
    private Uni<Integer> taken(Mutiny.Session session, Taking taking) {
        Instant now = clock.instant();
        return directory
                .zone(session)
                .map(zone -> LocalDate.ofInstant(now, zone.orElse(ZoneOffset.UTC)))
                .chain(today -> taking.take(session, now, today, BATCH))
                .call(facts -> settling.tell(session, facts))
                .map(List::size);
    }
}
