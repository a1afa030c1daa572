package org.puente.reporting.followups;

import org.puente.contracts.Code;

/** The state of a follow-up. */
enum Status implements Code {
    PLANNED,
    DUE,
    MISSED,
    COMPLETED
}
