package org.puente.referral.dossiers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.referral.attachments.HeldAttachments;

/** Erases dossiers: those of referrals, which their sealing node is told, and those of cases. */
@ApplicationScoped
public class Erasing {
    private static final String ERASE =
            """
            insert into dossier (dossier_id, from_node, kid, sealed_at, erased_at, erased_why)
            values (:id, :fromNode, '', :at, :at, :why)
            on conflict (dossier_id) do update
            set jwe = null, erased_at = excluded.erased_at, erased_why = excluded.erased_why
            where dossier.erased_at is null
            """;

    private static final String FORGET =
            """
            update dossier d set jwe = null, erased_at = :at, erased_why = :why
            where d.referral_id is not null and d.erased_at is null and d.came_at < :until
              and not exists (select 1 from referral r
                              where r.referral_id = d.referral_id and r.dossier_id = d.dossier_id)
            """;

    private final HeldAttachments attachments;
    private final Outbox outbox;
    private final Clock clock;

    Erasing(HeldAttachments attachments, Outbox outbox, Clock clock) {
        this.attachments = attachments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a dossier was for, and who has to be told that it is gone. */
    public record Held(
            DossierId dossier,
            ReferralId referral,
            CaseId caseId,
            InstitutionId holder,
            NodeId sealedBy) {}

    /**
     * Erases a dossier of a referral, and the attachments with it. What has not come yet is not
     * kept when it comes: the dossier is marked as erased.
     */
    public Uni<Void> erase(Mutiny.Session session, Held held, ErasureReason why) {
        return attachments
                .turn(session, held.referral())
                .chain(() -> attachments.erase(session, held.referral()))
                .chain(() -> eraseDossier(session, held, why));
    }

    private Uni<Void> eraseDossier(Mutiny.Session session, Held held, ErasureReason why) {
        Instant now = clock.instant();
        return erase(session, held.dossier(), held.sealedBy(), now, why)
                .chain(
                        rows ->
                                rows == 0
                                        ? Uni.createFrom().voidItem()
                                        : outbox.add(
                                                session,
                                                Outgoing.to(
                                                        held.sealedBy(),
                                                        new DossierFact.Erased(
                                                                held.dossier(),
                                                                held.referral(),
                                                                held.caseId(),
                                                                held.holder(),
                                                                now,
                                                                why),
                                                        now)));
    }

    /**
     * Erases what the sealing node takes back, without a word: it knows. Here too one that has not
     * come yet is marked.
     */
    public Uni<Void> follow(Mutiny.Session session, NodeId sealedBy, DossierFact.Erased erased) {
        return erase(session, erased.dossierId(), sealedBy, clock.instant(), erased.why())
                .replaceWithVoid();
    }

    /**
     * Erases what came before then with a referral that never came. Nobody is told: who holds it
     * for what is not known.
     */
    public Uni<Void> forget(Mutiny.Session session, Instant until) {
        return session.createNativeQuery(FORGET)
                .setParameter("at", clock.instant())
                .setParameter("why", ErasureReason.RETENTION_ENDED.code())
                .setParameter("until", until)
                .executeUpdate()
                .chain(() -> attachments.forget(session, until));
    }

    private static Uni<Integer> erase(
            Mutiny.Session session, DossierId id, NodeId sealedBy, Instant at, ErasureReason why) {
        return session.createNativeQuery(ERASE)
                .setParameter("id", id.value())
                .setParameter("fromNode", sealedBy.value())
                .setParameter("at", at)
                .setParameter("why", why.code())
                .executeUpdate();
    }
}
