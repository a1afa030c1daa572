package org.puente.reception.arrivals;

import org.puente.contracts.Code;

/** What became of an announced arrival. */
enum ArrivalState implements Code {
    EXPECTED,
    CLOSED,
    CANCELLED
}
