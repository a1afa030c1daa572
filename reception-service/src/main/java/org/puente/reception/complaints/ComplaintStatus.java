package org.puente.reception.complaints;

import org.puente.contracts.Code;

/** Where a complaint stands. */
public enum ComplaintStatus implements Code {
    RECEIVED,
    ACKNOWLEDGED,
    ANSWERED
}
