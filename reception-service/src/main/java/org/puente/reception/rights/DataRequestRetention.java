package org.puente.reception.rights;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.RetentionBatches;
import org.puente.reception.returns.retention.ReturnErasureListener;

/** When requests go, and their texts before them. */
@ApplicationScoped
class DataRequestRetention implements ReturnErasureListener {
    private static final int BATCH = 500;

    private static final String DELETE_OPEN = """
            delete from data_request where id in
                (select id from data_request
                 where closed_at is null and received_at < :before order by received_at limit :most)
            """;

    private static final String DELETE = """
            delete from data_request where id in
                (select id from data_request where closed_at < :before order by closed_at limit :most)
            """;

    /** Of returns that a release without this class erased, while it ran beside this one. */
    private static final String EMPTY_LEFT = """
            update data_request set sealed_details = null, sealed_answer = null where id in
                (select r.id from data_request r
                 where (r.sealed_details is not null or r.sealed_answer is not null) and r.received_at < :before
                   and not exists (select 1 from case_key k where k.case_id = r.case_id)
                 limit :most)
            """;

    private static final String EMPTY = """
            update data_request set sealed_details = null, sealed_answer = null
            where case_id in
                (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    private static final String FORGET = """
            delete from data_request_other_case
            where case_id in
                (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    private static final String FORGET_LEFT = """
            delete from data_request_other_case where (request_id, case_id) in
                (select c.request_id, c.case_id
                 from data_request_other_case c join data_request r on r.id = c.request_id
                 where r.received_at < :before
                   and not exists (select 1 from case_key k where k.case_id = c.case_id)
                 limit :most)
            """;

    private final RetentionBatches batches;
    private final Period kept;
    private final Period longest;

    /**
     * @param kept how long a request is kept after its answer, as proof of it
     * @param longest how long one is kept that nobody answers
     */
    DataRequestRetention(
            RetentionBatches batches,
            @ConfigProperty(name = "puente.policy.data-requests.kept") Period kept,
            @ConfigProperty(name = "puente.policy.data-requests.longest") Period longest) {
        this.batches = batches;
        this.kept = kept;
        this.longest = longest;
    }

    @Scheduled(
            every = "1h",
            delayed = "6m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "data-requests-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE)
                .chain(() -> batches.delete(longest, BATCH, DELETE_OPEN))
                .chain(() -> batches.delete(Period.ZERO, BATCH, FORGET_LEFT))
                .chain(() -> batches.delete(Period.ZERO, BATCH, EMPTY_LEFT));
    }

    /** The returns are erased. What is left says that somebody asked, when, and how it was answered. */
    @Override
    public Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why) {
        String ids = Json.write(cases);
        return session.createNativeQuery(EMPTY)
                .setParameter("ids", ids)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(FORGET)
                        .setParameter("ids", ids)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
