package org.puente.referral.attachments;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/**
 * The state of an attachment. For its issuer it is {@link #SENT}, until the recipient's node
 * reports that it is {@link #ERASED}; for its recipient {@link #ARRIVING}, until it is
 * {@link #COMPLETE}.
 */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"sent", "erased", "arriving", "complete"})
enum AttachmentState implements Code {
    SENT,
    ERASED,
    ARRIVING,
    COMPLETE
}
