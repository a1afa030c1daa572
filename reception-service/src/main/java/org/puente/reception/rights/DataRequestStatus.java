package org.puente.reception.rights;

import org.puente.contracts.Code;

/** Whether a request has been answered. */
public enum DataRequestStatus implements Code {
    OPEN,
    ANSWERED
}
