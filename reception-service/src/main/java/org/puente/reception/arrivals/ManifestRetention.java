package org.puente.reception.arrivals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.RetentionBatches;

/**
 * Deletes arrivals that nobody has closed, with their manifests, when their time is long over, or they were cancelled
 * before anybody came; and what this node has announced. And erases what is still known of people whose arrival is
 * closed: a restore may have brought it back.
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

    private static final String DELETE_CANCELLED = """
            delete from expected_arrival where (from_node, arrival_id) in (
                select from_node, arrival_id from expected_arrival a
                where closed_at is null and cancelled_at < :before
                  and not exists (
                    select from manifest_entry e
                    where e.from_node = a.from_node and e.arrival_id = a.arrival_id and e.registered_at is not null)
                order by cancelled_at limit :most for update skip locked)
            """;

    private static final String DELETE_ANNOUNCED = """
            delete from announced_arrival where arrival_id in (
                select arrival_id from announced_arrival
                where coalesce(cancelled_at, expected_at) < :before
                limit :most for update skip locked)
            """;

    private static final String ERASE = """
            update manifest_entry set content = null where (from_node, arrival_id, entry) in (
                select e.from_node, e.arrival_id, e.entry
                from manifest_entry e join expected_arrival a using (from_node, arrival_id)
                where e.content is not null and a.closed_at < :before
                limit :most for update of e skip locked)
            """;

    private final RetentionBatches batches;
    private final ArrivalLimits limits;
    private final Period kept;
    private final Period announcementsKept;

    /**
     * @param kept how long after the expected time
     * @param announcementsKept how long the announcing node keeps what it has announced after its expected time, or
     *     after it was cancelled
     */
    ManifestRetention(
            RetentionBatches batches,
            ArrivalLimits limits,
            @ConfigProperty(name = "puente.policy.manifest-retention") Period kept,
            @ConfigProperty(name = "puente.policy.announcements-kept") Period announcementsKept) {
        this.batches = batches;
        this.limits = limits;
        this.kept = kept;
        this.announcementsKept = announcementsKept;
    }

    @Scheduled(
            every = "1h",
            delayed = "6m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "manifest-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE)
                .chain(() -> batches.delete(limits.cancelledKept(), BATCH, DELETE_CANCELLED))
                .chain(() -> batches.delete(announcementsKept, BATCH, DELETE_ANNOUNCED))
                .chain(() -> batches.delete(Period.ZERO, BATCH, ERASE));
    }
}
