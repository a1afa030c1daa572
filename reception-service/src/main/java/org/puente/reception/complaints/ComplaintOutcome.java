package org.puente.reception.complaints;

import org.puente.contracts.Code;

/** What the recipient found. */
public enum ComplaintOutcome implements Code {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD,
    /** The recipient may not decide it; the answer says who may. */
    NOT_COMPETENT
}
