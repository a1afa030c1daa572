package org.puente.reception.returns.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.ErasureReason;
import org.puente.platform.persistence.RetentionBatches;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.households.ResponsibleAdults;

/**
 * Erases returns without any change for years: neither the desk nor a service of this node has
 * changed anything of the case. Facts of other nodes don't prolong the time.
 */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 50;

    /** Ids begin with the time of registration, so the oldest are found without another index. */
    private static final String OVER = """
            select case_id from return_case r
            where case_id < cast(:bound as uuid) and modified_at < :before
              and not exists (select 1 from own_case_fact f
                              where f.case_id = r.case_id
                                and f.taken_at >= :before)
            order by case_id limit :max
            """;

    private static final String LOCKED = OVER + "for update skip locked";

    private final RetentionBatches batches;
    private final ResponsibleAdults adults;
    private final ReturnErasing erasing;
    private final Period kept;

    /**
     * @param kept how long a return is kept after the last change of its case
     */
    Retention(
            RetentionBatches batches,
            ResponsibleAdults adults,
            ReturnErasing erasing,
            @ConfigProperty(name = "puente.policy.person-retention") Period kept) {
        this.batches = batches;
        this.adults = adults;
        this.erasing = erasing;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "5m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "persons-retention")
    Uni<Void> tick() {
        return batches.end(kept, BATCH, this::some);
    }

    private Uni<Integer> some(Mutiny.Session session, Instant before) {
        return over(session, OVER, before)
                .chain(ids -> adults.lockChildrenOf(session, ids))
                .chain(children -> over(session, LOCKED, before))
                .call(ids -> ids.isEmpty() ? Uni.createFrom().nullItem() : erase(session, ids))
                .map(List::size);
    }

    private static Uni<List<UUID>> over(Mutiny.Session session, String sql, Instant before) {
        return session.createNativeQuery(sql, UUID.class)
                .setParameter("bound", new UUID(before.toEpochMilli() << 16, 0).toString())
                .setParameter("before", before)
                .setParameter("max", BATCH)
                .getResultList();
    }

    private Uni<Void> erase(Mutiny.Session session, List<UUID> ids) {
        return Returns.all(session, ids)
                .chain(cases -> erasing.erase(session, cases, ErasureReason.RETENTION_ENDED))
                .invoke(() -> LOG.infof("%d returns are erased: their retention time is over", ids.size()));
    }
}
