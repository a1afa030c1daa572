package org.puente.platform.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.RetentionBatches;

/** Deletes old entries of the audit: they name who did something, and to which case. */
@ApplicationScoped
class AuditRetention {
    private static final int BATCH = 1000;

    /** Looks at the oldest entries alone, so that a search reads no more than one batch. */
    private static final String DELETE = """
            delete from audit where position in
                (select position
                 from (select position, at from audit order by position limit :most) oldest
                 where at < :before)
            """;

    private final RetentionBatches batches;
    private final Period kept;

    AuditRetention(RetentionBatches batches, @ConfigProperty(name = "puente.policy.audit-retention") Period kept) {
        this.batches = batches;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "audit-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE);
    }
}
