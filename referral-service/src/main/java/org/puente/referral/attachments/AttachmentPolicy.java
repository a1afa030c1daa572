package org.puente.referral.attachments;

import static org.puente.referral.attachments.AttachmentRefusal.unless;

import java.time.LocalDate;
import java.util.Optional;
import org.puente.contracts.CaseId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralStatus;
import org.puente.referral.cases.Consent;

/**
 * Whether a file may be attached to a referral: one pure function for each rule, in the order in
 * which they are applied. Each returns why not, and nothing where it may.
 */
final class AttachmentPolicy {
    private AttachmentPolicy() {}

    static Optional<AttachmentRefusal> file(UploadedFile file) {
        if (file.bytes().length > Attachment.MAX_BYTES) {
            return Optional.of(new AttachmentRefusal.TooLarge());
        }
        Optional<FileType> type = FileType.of(file.bytes());
        if (type.isEmpty()) {
            return Optional.of(new AttachmentRefusal.UnknownType());
        }
        return file.claimsAnother(type.get())
                ? Optional.of(new AttachmentRefusal.OtherType(type.get()))
                : unless(file.hasKnownKind(), new AttachmentRefusal.UnknownKind());
    }

    static Optional<AttachmentRefusal> open(ReferralStatus status) {
        boolean isOpen = !status.isFinal() && status != ReferralStatus.EXPIRED;
        return unless(isOpen, new AttachmentRefusal.NotOpen(status));
    }

    /**
     * @param consent that the referral goes by; null where it is not known
     * @param node this node, which recorded the consent
     * @param today by the calendar of this node
     */
    static Optional<AttachmentRefusal> consent(
            Consent consent, CaseId caseId, NodeId node, Party recipient, LocalDate today) {
        boolean covers = consent != null && consent.isOf(caseId) && consent.permitsReferral(node, recipient, today);
        return unless(covers, new AttachmentRefusal.ConsentDoesNotCover());
    }

    /**
     * @param attached how many files are attached already
     */
    static Optional<AttachmentRefusal> number(long attached) {
        return unless(attached < Attachment.MAX_PER_REFERRAL, new AttachmentRefusal.Full());
    }
}
