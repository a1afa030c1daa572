package org.puente.referral.referrals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.InTurn;
import org.puente.platform.Node;
import org.puente.platform.UnitOfWork;
import org.puente.referral.attachments.HeldAttachments;
import org.puente.referral.dossiers.Erasing;

/**
 * Erases what this node holds of a person once a referral has been over for long enough, or was not
 * answered in time and has been silent since: that is no end, and nobody need come to make one.
 */
@ApplicationScoped
class Retention {
    private static final int MOST = 100;

    private final UnitOfWork work;
    private final Node node;
    private final Erasing erasing;
    private final HeldAttachments attachments;
    private final Clock clock;
    private final Period kept;

    Retention(
            UnitOfWork work,
            Node node,
            Erasing erasing,
            HeldAttachments attachments,
            Clock clock,
            @ConfigProperty(name = "puente.policy.dossier-retention") String kept) {
        this.work = work;
        this.node = node;
        this.erasing = erasing;
        this.attachments = attachments;
        this.clock = clock;
        this.kept = Period.parse(kept);
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "retention")
    Uni<Void> tick() {
        return work.run(session -> over(session).chain(all -> erase(session, all).replaceWith(all)))
                .call(() -> work.run(session -> attachments.forget(session, until())))
                .chain(
                        all ->
                                all.size() == MOST
                                        ? tick() // more wait
                                        : Uni.createFrom().voidItem());
    }

    private Uni<List<Referral>> over(Mutiny.Session session) {
        return session.createQuery(
                        "from Referral r where toNode = :node and (finalAt < :until"
                                + " or status in ('issued', 'acknowledged', 'expired')"
                                + " and answerBy < :until) and exists"
                                + " (select d from Dossier d where d.dossierId = r.dossierId and"
                                + " d.erasedAt is null) order by answerBy",
                        Referral.class)
                .setParameter("node", node.id().value())
                .setParameter("until", until())
                .setMaxResults(MOST)
                .getResultList();
    }

    private Instant until() {
        return clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant();
    }

    private Uni<Void> erase(Mutiny.Session session, List<Referral> all) {
        return InTurn.each(
                all,
                referral -> erasing.erase(session, referral.held(), ErasureReason.RETENTION_ENDED));
    }
}
