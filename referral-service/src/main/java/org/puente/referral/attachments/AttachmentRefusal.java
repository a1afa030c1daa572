package org.puente.referral.attachments;

import java.util.Optional;
import org.puente.contracts.ReferralStatus;

/** Why a file is not attached to a referral. */
sealed interface AttachmentRefusal {
    record TooLarge() implements AttachmentRefusal {}

    /** No type of file that may be attached begins with these bytes. */
    record UnknownType() implements AttachmentRefusal {}

    /**
     * The file is of another type than its sender claims.
     *
     * @param actual the type that its first bytes show
     */
    record OtherType(FileType actual) implements AttachmentRefusal {}

    record UnknownKind() implements AttachmentRefusal {}

    record NotOpen(ReferralStatus status) implements AttachmentRefusal {}

    record ConsentDoesNotCover() implements AttachmentRefusal {}

    /** The referral has as many attachments as it may. */
    record Full() implements AttachmentRefusal {}

    static Optional<AttachmentRefusal> unless(boolean allowed, AttachmentRefusal refusal) {
        return allowed ? Optional.empty() : Optional.of(refusal);
    }
}
