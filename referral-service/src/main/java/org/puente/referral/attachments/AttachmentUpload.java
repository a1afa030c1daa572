package org.puente.referral.attachments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.Node;
import org.puente.platform.audit.Audit;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.sealing.Seal;
import org.puente.platform.web.Caller;
import org.puente.referral.cases.Cases;
import org.puente.referral.cases.Consent;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/**
 * The issuer attaches a file to an open referral, under the consent that stands at that moment. The
 * consent is locked before the referral, as where a consent ends: so the two cannot deadlock.
 */
@ApplicationScoped
class AttachmentUpload {
    private final Node node;
    private final Referrals referrals;
    private final Cases cases;
    private final Directory directory;
    private final SentAttachments sent;
    private final Audit audit;
    private final Clock clock;

    AttachmentUpload(
            Node node,
            Referrals referrals,
            Cases cases,
            Directory directory,
            SentAttachments sent,
            Audit audit,
            Clock clock) {
        this.node = node;
        this.referrals = referrals;
        this.cases = cases;
        this.directory = directory;
        this.sent = sent;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws ProblemException not found for all but the issuer; 409 or 422 where the file may not be
     *     attached; and as {@link AttachmentProblems} has it
     */
    Uni<AttachmentView> attach(Mutiny.Session session, Caller caller, ReferralId id, UploadedFile offered) {
        return referrals
                .consentOf(session, id)
                .chain(consent ->
                        consent == null ? Uni.createFrom().<Consent>nullItem() : cases.consent(session, consent))
                .chain(consent -> referrals
                        .hold(session, id)
                        .invoke(referral -> Participants.mustInclude(Side.ISSUER, caller, referral))
                        .chain(referral -> attach(session, caller, referral, consent, offered)));
    }

    private Uni<AttachmentView> attach(
            Mutiny.Session session, Caller caller, Referral referral, Consent consent, UploadedFile offered) {
        AttachmentProblems.refuse(AttachmentPolicy.file(offered));
        AttachmentProblems.refuse(AttachmentPolicy.open(referral.status()));
        Attachment what = offered.attachment(Ids.next(), clock.instant());
        NodeId to = referral.to().node();
        return directory
                .nodes(session, node.id(), to)
                .invoke(nodes -> checkConsent(consent, referral, nodes.get(node.id())))
                .call(() -> checkNumber(session, referral))
                .chain(nodes -> send(session, referral, what, offered.bytes(), nodes.get(to)))
                .call(() -> audit.add(
                        session,
                        caller,
                        "attachment.sent",
                        referral.localId().toString(),
                        List.of(what.attachmentId().toString()),
                        "consent-" + referral.consentId()));
    }

    private void checkConsent(Consent consent, Referral referral, NodeEntry own) {
        LocalDate today = own.today(clock.instant());
        AttachmentProblems.refuse(
                AttachmentPolicy.consent(consent, referral.caseId(), node.id(), referral.to(), today));
    }

    private Uni<Void> checkNumber(Mutiny.Session session, Referral referral) {
        return sent.count(session, referral.id())
                .invoke(count -> AttachmentProblems.refuse(AttachmentPolicy.number(count)))
                .replaceWithVoid();
    }

    private Uni<AttachmentView> send(
            Mutiny.Session session, Referral referral, Attachment what, byte[] file, NodeEntry recipient) {
        JsonWebKey key = recipient.key().orElseThrow(() -> ProblemException.conflict("recipient-has-no-key"));
        return sent.send(session, new AttachmentChunks(AttachmentChunks.Address.of(referral), what, file), key)
                .onFailure(Seal.KeyUnusable.class)
                .transform(none -> ProblemException.conflict("recipient-has-no-key"));
    }
}
