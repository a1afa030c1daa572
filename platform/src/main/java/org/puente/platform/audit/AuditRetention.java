package org.puente.platform.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.UnitOfWork;

/** Deletes what the audit says of deeds of long ago: it names who did them, and to which case. */
@ApplicationScoped
class AuditRetention {
    private static final int BATCH = 1000;

    /** The oldest come first, so that the search ends where the first is that is to stay. */
    private static final String DELETE =
            """
            delete from audit where position in
                (select position
                 from (select position, at from audit order by position limit :most) oldest
                 where at < :before)
            """;

    private final UnitOfWork work;
    private final Clock clock;
    private final Period kept;

    AuditRetention(
            UnitOfWork work,
            Clock clock,
            @ConfigProperty(name = "puente.policy.audit-retention") Period kept) {
        this.work = work;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "audit-retention")
    Uni<Void> tick() {
        return Multi.createBy()
                .repeating()
                .uni(() -> work.run(this::some))
                .whilst(n -> n == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> some(Mutiny.Session session) {
        return session.createNativeQuery(DELETE)
                .setParameter("most", BATCH)
                .setParameter(
                        "before", clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant())
                .executeUpdate();
    }
}
