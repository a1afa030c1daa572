package org.puente.referral.webhooks;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/** {@link #PENDING} until it is {@link #DELIVERED}, or has {@link #FAILED} with no attempt left. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"pending", "delivered", "failed"})
enum DeliveryState implements Code {
    PENDING,
    DELIVERED,
    FAILED
}
