package org.puente.referral.dossiers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.referral.attachments.HeldAttachments;
import org.puente.referral.referrals.Referral;

/**
 * Erases dossiers. When it erases the dossier of a referral, it publishes {@code dossier.erased} to
 * the node that sealed it; for the dossier of a case it publishes nothing.
 */
@ApplicationScoped
public class Erasure {
    /** A dossier for a referral belongs to the referral, whether or not the fact names a case as well. */
    private static final String ERASE = """
            insert into sealed_dossier
            (dossier_id, from_node, belongs_to, referral_id, case_id, kid, sealed_at, erased_at,
             erased_why)
            select dossier_id, from_node, coalesce(referral_id, case_id), referral_id, case_id, '',
                   at, at, why
            from (values (cast(:id as uuid), cast(:fromNode as text),
                          cast(cast(:referralId as text) as uuid),
                          cast(cast(:caseId as text) as uuid),
                          cast(:at as timestamptz), cast(:why as text)))
                 as erased (dossier_id, from_node, referral_id, case_id, at, why)
            on conflict (dossier_id, from_node, belongs_to) do update
            set jwe = null, erased_at = excluded.erased_at, erased_why = excluded.erased_why
            where sealed_dossier.erased_at is null
            """;

    private static final String FORGET = """
            update sealed_dossier d set jwe = null, erased_at = :at, erased_why = :why
            where d.referral_id is not null and d.erased_at is null and d.came_at < :until
              and not exists (select 1 from referral_standing r
                              where (r.referral_id = d.referral_id and r.wire_id is null
                                     or r.wire_id = d.referral_id)
                                and r.dossier_id = d.dossier_id
                                and r.from_node = d.from_node)
            """;

    private final HeldAttachments attachments;
    private final Outbox outbox;
    private final Clock clock;

    Erasure(HeldAttachments attachments, Outbox outbox, Clock clock) {
        this.attachments = attachments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The dossier of a referral, and the node that is informed when it is erased.
     *
     * @param sealedBy the node of the issuer; only the dossier that it sealed is meant
     */
    public record HeldDossier(DossierId dossier, ReferralId referral, InstitutionId holder, NodeId sealedBy) {
        public static HeldDossier of(Referral referral) {
            return new HeldDossier(
                    referral.dossierId(),
                    referral.id(),
                    referral.to().institution(),
                    referral.from().node());
        }

        HeldAttachments.Origin origin() {
            return new HeldAttachments.Origin(referral, sealedBy);
        }
    }

    /**
     * Erases a dossier of a referral, and the attachments with it. A dossier that has not come yet
     * is marked as erased, so that it is not kept when it comes.
     */
    public Uni<Void> erase(Mutiny.Session session, HeldDossier held, ErasureReason why) {
        return attachments
                .lock(session, held.referral())
                .chain(() -> attachments.erase(session, held.origin()))
                .chain(() -> eraseDossier(session, held, why));
    }

    private Uni<Void> eraseDossier(Mutiny.Session session, HeldDossier held, ErasureReason why) {
        Instant now = clock.instant();
        DossierFact.Erased erased =
                new DossierFact.Erased(held.dossier(), held.referral(), null, held.holder(), now, why);
        return erase(session, held.sealedBy(), erased)
                .chain(rows -> rows == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.add(session, Outgoing.to(held.sealedBy(), erased, now)));
    }

    /**
     * Erases a dossier of a case that this node's reception has erased. It publishes nothing:
     * reception knows. Here too a dossier that has not come yet is marked.
     */
    public Uni<Void> follow(Mutiny.Session session, NodeId sealedBy, DossierFact.Erased erased) {
        if (erased.caseId() == null) {
            throw new FactRefused("no-such-dossier", "it is neither of a referral nor of a case");
        }
        return erase(session, sealedBy, erased).replaceWithVoid();
    }

    /**
     * Erases the dossiers and attachments of referrals that never came, where they came before
     * {@code until}. It publishes nothing: the institution that holds them is not known.
     */
    public Uni<Void> forget(Mutiny.Session session, Instant until) {
        return session.createNativeQuery(FORGET)
                .setParameter("at", clock.instant())
                .setParameter("why", ErasureReason.RETENTION_ENDED.code())
                .setParameter("until", until)
                .executeUpdate()
                .chain(() -> attachments.forget(session, until));
    }

    private static Uni<Integer> erase(Mutiny.Session session, NodeId sealedBy, DossierFact.Erased erased) {
        return session.createNativeQuery(ERASE)
                .setParameter("id", erased.dossierId().value())
                .setParameter("fromNode", sealedBy.value())
                .setParameter("referralId", Objects.toString(erased.referralId(), null))
                .setParameter("caseId", Objects.toString(erased.caseId(), null))
                .setParameter("at", erased.occurredAt())
                .setParameter("why", erased.why().code())
                .executeUpdate();
    }
}
