package org.puente.followup.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.followup.directory.Directory;
import org.puente.platform.persistence.UnitOfWork;

/** Erases dossiers whose consent is over, and dossiers whose consent or case never arrived. */
@ApplicationScoped
class Retention {
    private static final int MAX = 500;

    private static final String OVER = """
            delete from visit_dossier where case_id in (
                (select case_id from visit_dossier where until < :today limit :max)
                union all
                (select case_id from visit_dossier where until is null and came_at < :before
                 limit :max))
            """;

    private final UnitOfWork work;
    private final Directory directory;
    private final Clock clock;
    private final Period waits;

    /**
     * @param waits how long a dossier waits for its consent
     */
    Retention(
            UnitOfWork work,
            Directory directory,
            Clock clock,
            @ConfigProperty(name = "puente.policy.followup.dossier-waits") Period waits) {
        this.work = work;
        this.directory = directory;
        this.clock = clock;
        this.waits = waits;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "visit-dossiers-retention")
    Uni<Void> tick() {
        return work.run(this::some).chain(n -> n < MAX ? Uni.createFrom().voidItem() : tick());
    }

    private Uni<Integer> some(Mutiny.Session session) {
        Instant now = clock.instant();
        return directory
                .today(session, now)
                .chain(today -> session.createNativeQuery(OVER)
                        .setParameter("today", today)
                        .setParameter(
                                "before",
                                now.atZone(ZoneOffset.UTC).minus(waits).toInstant())
                        .setParameter("max", MAX)
                        .executeUpdate());
    }
}
