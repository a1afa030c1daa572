package org.puente.reception.arrivals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.RetentionBatches;

/**
 * Deletes arrivals that nobody has closed, with their manifests, when their time is long over. And erases what is still
 * known of people whose arrival is closed: a restore may have brought it back.
 */
@ApplicationScoped
class ManifestRetention {
    private static final int BATCH = 100;

    private static final String DELETE = """
            delete from expected_arrival where (from_node, arrival_id) in (
                select from_node, arrival_id from expected_arrival
                where closed_at is null and expected_at < :before
                order by expected_at limit :most for update skip locked)
            """;

    private static final String ERASE = """
            update manifest_entry set content = null where (from_node, arrival_id, entry) in (
                select e.from_node, e.arrival_id, e.entry
                from manifest_entry e join expected_arrival a using (from_node, arrival_id)
                where e.content is not null and a.closed_at < :before
                limit :most for update of e skip locked)
            """;

    private final RetentionBatches batches;
    private final Period kept;

    /**
     * @param kept how long after the expected time
     */
    ManifestRetention(
            RetentionBatches batches, @ConfigProperty(name = "puente.policy.manifest-retention") Period kept) {
        this.batches = batches;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "6m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "manifest-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE).chain(() -> batches.delete(Period.ZERO, BATCH, ERASE));
    }
}
