package org.puente.followup.cases;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.RetentionBatches;

/** Deletes the answers of old visits, which are stored here in the clear. */
@ApplicationScoped
class AnswerRetention {
    private static final int BATCH = 500;

    private static final String DELETE = """
            delete from answer_sheet where follow_up_id in
                (select follow_up_id from answer_sheet where at < :before limit :most)
            """;

    private final RetentionBatches batches;
    private final Period kept;

    /**
     * @param kept how long answers are kept after the visit
     */
    AnswerRetention(
            RetentionBatches batches, @ConfigProperty(name = "puente.policy.followup.answers-retention") Period kept) {
        this.batches = batches;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "3m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "answers-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE);
    }
}
