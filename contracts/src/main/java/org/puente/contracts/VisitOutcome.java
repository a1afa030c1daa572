package org.puente.contracts;

/** How a follow-up ended. */
public enum VisitOutcome implements Code {
    REACHED,
    UNREACHABLE,
    MOVED,
    REMIGRATED,
    DECEASED,
    REFUSED
}
