package org.puente.referral.attachments;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/** The kind of an attachment, from a short list: a free title might name a person. */
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
