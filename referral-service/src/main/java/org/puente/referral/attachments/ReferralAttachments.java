package org.puente.referral.attachments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.audit.Audit;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Caller;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Erasure;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/**
 * The attachments of a referral, as its participants see them; every reading by the recipient is
 * audited.
 */
@ApplicationScoped
class ReferralAttachments {
    private final Referrals referrals;
    private final Dossiers dossiers;
    private final SentAttachments sent;
    private final HeldAttachments held;
    private final Audit audit;

    ReferralAttachments(
            Referrals referrals, Dossiers dossiers, SentAttachments sent, HeldAttachments held, Audit audit) {
        this.referrals = referrals;
        this.dossiers = dossiers;
        this.sent = sent;
        this.held = held;
        this.audit = audit;
    }

    /** Who reads, and the ground of the reading as a word for the audit. */
    record Reader(Caller caller, String why) {}

    /**
     * The issuer is shown what it sent, the recipient what has come.
     *
     * @throws ProblemException not found for others; 410 for the recipient once the dossier is erased
     */
    Uni<List<AttachmentView>> list(Mutiny.Session session, Reader reader, ReferralId id) {
        return referrals
                .find(session, id)
                .invoke(referral -> Participants.mustInclude(reader.caller(), referral))
                .chain(referral -> Participants.of(referral).is(Side.RECIPIENT, reader.caller())
                        ? came(session, reader, referral)
                        : sent.of(session, referral.id()));
    }

    private Uni<List<AttachmentView>> came(Mutiny.Session session, Reader reader, Referral referral) {
        return mustStand(session, referral)
                .chain(() -> held.of(session, HeldAttachments.Origin.of(referral)))
                .call(all -> note(session, reader, "attachments.listed", referral, ids(all)));
    }

    private static List<UUID> ids(List<AttachmentView> all) {
        return all.stream().map(AttachmentView::attachmentId).toList();
    }

    /**
     * @throws ProblemException not found for all but the recipient, and where no part has come; 409 where
     *     a part is missing or the file is damaged; 410 once the dossier is erased
     */
    Uni<HeldAttachments.File> read(Mutiny.Session session, Reader reader, ReferralId id, UUID attachment) {
        return referrals
                .find(session, id)
                .invoke(referral -> Participants.mustInclude(Side.RECIPIENT, reader.caller(), referral))
                .call(referral -> mustStand(session, referral))
                .chain(referral -> held.file(session, HeldAttachments.Origin.of(referral), attachment)
                        .call(file -> note(session, reader, "attachment.read", referral, List.of(attachment))));
    }

    private Uni<Void> mustStand(Mutiny.Session session, Referral referral) {
        return dossiers.find(session, Erasure.HeldDossier.of(referral))
                .invoke(dossier -> {
                    if (dossier != null && dossier.isErased()) {
                        throw ProblemException.of(ProblemKind.GONE, "dossier-erased");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> note(
            Mutiny.Session session, Reader reader, String action, Referral referral, List<UUID> attachments) {
        return audit.add(
                session,
                reader.caller(),
                action,
                referral.localId().toString(),
                attachments.stream().map(UUID::toString).toList(),
                reader.why());
    }
}
