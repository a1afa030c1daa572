package org.puente.referral.attachments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.DossierFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;

/** The attachments that this node's institutions sent; their bytes are not kept. */
@ApplicationScoped
public class SentAttachments {
    private static final String ERASED = """
            update attachment set description = null, erased_at = :at
            from referral_standing r
            where r.referral_id = attachment.referral_id and r.referral_id = :referralId
              and r.to_node = :by and attachment.erased_at is null
            """;

    private final Outbox outbox;
    private final Clock clock;

    SentAttachments(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes the sealed parts to the outbox, one after the other: all at once they would be in
     * memory several times over.
     */
    public Uni<AttachmentView> send(Mutiny.Session session, AttachmentChunks cut, JsonWebKey key) {
        Uni<Void> chain = session.persist(SentAttachment.of(cut.address().referral(), cut.what()));
        for (int part = 0; part <= cut.parts(); part++) {
            int number = part;
            chain = chain.chain(() -> send(session, cut, number, key));
        }
        return chain.map(sent -> AttachmentView.of(cut.what(), AttachmentState.SENT));
    }

    private Uni<Void> send(Mutiny.Session session, AttachmentChunks cut, int part, JsonWebKey key) {
        return WorkerPool.of(() -> cut.sealed(part, key))
                .chain(fact -> outbox.add(
                        session,
                        Outgoing.to(cut.address().to(), fact, cut.what().attachedAt())));
    }

    public Uni<Long> count(Mutiny.Session session, ReferralId referral) {
        return session.createQuery("select count(*) from SentAttachment where referralId = :referralId", Long.class)
                .setParameter("referralId", referral.value())
                .getSingleResult();
    }

    /** The attachments of a referral, oldest first. */
    public Uni<List<AttachmentView>> of(Mutiny.Session session, ReferralId referral) {
        return session.createQuery(
                        "from SentAttachment where referralId = :referralId" + " order by attachedAt, attachmentId",
                        SentAttachment.class)
                .setParameter("referralId", referral.value())
                .getResultList()
                .map(all -> all.stream().map(SentAttachment::view).toList());
    }

    /**
     * Erases the descriptions, because the recipient's node has erased the attachments of a
     * referral.
     *
     * @param erased of a referral, not of a case
     */
    public Uni<Void> erased(Mutiny.Session session, NodeId by, DossierFact.Erased erased) {
        return session.createNativeQuery(ERASED)
                .setParameter("at", clock.instant())
                .setParameter("referralId", erased.referralId().value())
                .setParameter("by", by.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
