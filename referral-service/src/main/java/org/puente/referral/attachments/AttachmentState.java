package org.puente.referral.attachments;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/**
 * How an attachment stands: to its issuer {@link #SENT}, until the recipient says that it is {@link
 * #ERASED}; to its recipient {@link #ARRIVING}, until it is {@link #COMPLETE}.
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
