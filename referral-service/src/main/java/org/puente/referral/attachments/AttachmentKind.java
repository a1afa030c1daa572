package org.puente.referral.attachments;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/** What an attachment is, in one of few words: a title of one's own might name somebody. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"identity-document", "certificate", "medical", "photograph", "other"})
public enum AttachmentKind implements Code {
    IDENTITY_DOCUMENT,
    CERTIFICATE,
    MEDICAL,
    PHOTOGRAPH,
    OTHER
}
