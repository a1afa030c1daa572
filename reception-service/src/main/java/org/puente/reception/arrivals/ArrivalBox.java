package org.puente.reception.arrivals;

import org.puente.contracts.Code;

/** On which side of an announcement an institution stands. */
enum ArrivalBox implements Code {
    INCOMING,
    OUTGOING
}
