package org.puente.followup.cases;

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

/** Deletes the answers given at visits of long ago, which stand here in the clear. */
@ApplicationScoped
class AnswerRetention {
    private static final int BATCH = 500;

    private static final String DELETE =
            """
            delete from answer_sheet where follow_up_id in
                (select follow_up_id from answer_sheet where at < :before limit :most)
            """;

    private final UnitOfWork work;
    private final Clock clock;
    private final Period kept;

    /**
     * @param kept how long after the visit
     */
    AnswerRetention(
            UnitOfWork work,
            Clock clock,
            @ConfigProperty(name = "puente.policy.followup.answers-retention") Period kept) {
        this.work = work;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "3m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "answers-retention")
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
                .setParameter(
                        "before", clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant())
                .setParameter("most", BATCH)
                .executeUpdate();
    }
}
