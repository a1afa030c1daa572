package org.puente.referral.attachments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.ReferralId;
import org.puente.platform.json.Json;

/** An attachment that was sent from here: without its bytes, and once erased without description. */
@Entity
@Table(name = "attachment")
class SentAttachment {
    @Id
    @Column(name = "attachment_id")
    UUID attachmentId;

    @Column(name = "referral_id")
    UUID referralId;

    String description;

    @Column(name = "attached_at")
    Instant attachedAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    protected SentAttachment() {}

    static SentAttachment of(ReferralId referral, Attachment what) {
        SentAttachment sent = new SentAttachment();
        sent.attachmentId = what.attachmentId();
        sent.referralId = referral.value();
        sent.description = Json.write(what);
        sent.attachedAt = what.attachedAt();
        return sent;
    }

    AttachmentView view() {
        return description == null
                ? AttachmentView.unknown(attachmentId, AttachmentState.ERASED)
                : AttachmentView.of(Json.read(description, Attachment.class), AttachmentState.SENT);
    }
}
