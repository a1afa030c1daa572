package org.puente.referral.dossiers;

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
import org.puente.contracts.ErasureReason;
import org.puente.platform.Node;
import org.puente.platform.persistence.RetentionBatches;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/**
 * Erases what this node holds of a person, once a referral has been over for long enough, or its
 * deadline has been over for as long without an answer: such a referral may never end. It also
 * erases what came as long ago with a referral that never came.
 */
@ApplicationScoped
class Retention {
    private static final int MAX = 100;

    /**
     * Begins with the dossiers, and looks up the referral of each: "offset 0" keeps the planner
     * from reading all referrals instead, whose number grows without end.
     */
    private static final String OVER = """
            select over_long_ago.referral_id from sealed_dossier d cross join lateral
                   (select r.referral_id from referral_standing r
                    where (r.referral_id = d.referral_id and r.wire_id is null
                           or r.wire_id = d.referral_id)
                      and r.dossier_id = d.dossier_id
                      and r.from_node = d.from_node and r.to_node = :node
                      and (r.final_at < :until
                           or r.status in ('issued', 'acknowledged', 'expired')
                              and r.answer_by < :until)
                    offset 0) over_long_ago
            where d.referral_id is not null and d.erased_at is null
            order by d.referral_id limit :max
            """;

    private final RetentionBatches batches;
    private final Node node;
    private final Referrals referrals;
    private final Erasure erasure;
    private final Period kept;

    Retention(
            RetentionBatches batches,
            Node node,
            Referrals referrals,
            Erasure erasure,
            @ConfigProperty(name = "puente.policy.dossier-retention") Period kept) {
        this.batches = batches;
        this.node = node;
        this.referrals = referrals;
        this.erasure = erasure;
        this.kept = kept;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP, identity = "retention")
    Uni<Void> tick() {
        return batches.end(kept, MAX, this::eraseOver)
                .chain(() -> batches.end(
                        kept,
                        MAX,
                        (session, until) -> erasure.forget(session, until).replaceWith(0)));
    }

    private Uni<Integer> eraseOver(Mutiny.Session session, Instant until) {
        return over(session, until).chain(all -> erase(session, all).replaceWith(all.size()));
    }

    private Uni<List<Referral>> over(Mutiny.Session session, Instant until) {
        return session.createNativeQuery(OVER, UUID.class)
                .setParameter("node", node.id().value())
                .setParameter("until", until)
                .setParameter("max", MAX)
                .getResultList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : referrals.all(session, ids));
    }

    private Uni<Void> erase(Mutiny.Session session, List<Referral> all) {
        return Sequential.each(
                all,
                referral -> erasure.erase(session, Erasure.HeldDossier.of(referral), ErasureReason.RETENTION_ENDED));
    }
}
