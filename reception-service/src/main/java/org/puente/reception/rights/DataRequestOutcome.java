package org.puente.reception.rights;

import org.puente.contracts.Code;

/** How a request was answered. */
public enum DataRequestOutcome implements Code {
    GRANTED,
    PARTLY_GRANTED,
    REFUSED
}
