package org.puente.referral.attachments;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attachment as it is listed. All but its id and state are null while no readable description
 * has come, and once the attachment is erased.
 */
@Schema(requiredProperties = {"attachmentId", "state"})
public record AttachmentView(
        UUID attachmentId,
        AttachmentState state,
        AttachmentKind kind,
        FileType type,
        Integer bytes,
        String sha256,
        Instant attachedAt) {

    static AttachmentView of(Attachment what, AttachmentState state) {
        return new AttachmentView(
                what.attachmentId(), state, what.kind(), what.type(), what.bytes(), what.sha256(), what.attachedAt());
    }

    static AttachmentView unknown(UUID id, AttachmentState state) {
        return new AttachmentView(id, state, null, null, null, null, null);
    }
}
