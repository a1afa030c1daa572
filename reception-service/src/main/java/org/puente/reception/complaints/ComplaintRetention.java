package org.puente.reception.complaints;

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
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.retention.ReturnErasureListener;

/** When complaints go, and their link to a return before them. */
@ApplicationScoped
class ComplaintRetention implements ReturnErasureListener {
    private static final int BATCH = 500;

    private static final String DELETE_ANSWERED = """
            delete from complaint where id in
                (select id from complaint where answered_at < :before order by answered_at limit :most)
            """;

    private static final String DELETE_UNANSWERED = """
            delete from complaint where id in
                (select id from complaint
                 where answered_at is null and received_at < :before order by received_at limit :most)
            """;

    /**
     * The link goes, and nothing else: whoever erases a return may be whom the complaint is about.
     * Text and answer stay for the recipient, and the receipt code opens its state as before.
     */
    private static final String FORGET =
            "update complaint set case_id = null, referral_id = null, case_erased_at = :before ";

    private static final String OF_CASES =
            "where case_id in (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))";

    /** Of returns that a release without this class erased, while it ran beside this one. */
    private static final String LEFT = """
            where id in
                (select c.id from complaint c
                 where c.case_id is not null and c.received_at < :before
                   and not exists (select 1 from case_key k where k.case_id = c.case_id)
                 limit :most)
            """;

    private final RetentionBatches batches;
    private final Checks checks;
    private final Period kept;
    private final Period longest;

    /**
     * @param kept how long a complaint is kept after its answer
     * @param longest how long one is kept that nobody answers
     */
    ComplaintRetention(
            RetentionBatches batches,
            Checks checks,
            @ConfigProperty(name = "puente.policy.complaints.kept") Period kept,
            @ConfigProperty(name = "puente.policy.complaints.longest") Period longest) {
        this.batches = batches;
        this.checks = checks;
        this.kept = kept;
        this.longest = longest;
    }

    @Scheduled(
            every = "1h",
            delayed = "6m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "complaints-retention")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE_ANSWERED)
                .chain(() -> batches.delete(longest, BATCH, DELETE_UNANSWERED))
                .chain(() -> batches.delete(Period.ZERO, BATCH, FORGET + LEFT));
    }

    @Override
    public Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why) {
        return session.createNativeQuery(FORGET + OF_CASES)
                .setParameter("ids", Json.write(cases))
                .setParameter("before", checks.now())
                .executeUpdate()
                .replaceWithVoid();
    }
}
