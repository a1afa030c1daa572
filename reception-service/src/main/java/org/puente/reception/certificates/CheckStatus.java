package org.puente.reception.certificates;

import org.puente.contracts.Code;

/** What anybody may know of a certificate's status; one that was superseded counts as revoked. */
public enum CheckStatus implements Code {
    VALID,
    EXPIRED,
    REVOKED
}
