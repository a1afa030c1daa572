package org.puente.referral.boxes;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/** The two boxes of an institution: what was referred to it, and what it has referred. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"incoming", "outgoing"})
public enum Box implements Code {
    INCOMING,
    OUTGOING
}
