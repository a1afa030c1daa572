package org.puente.contracts;

/** Why an accepted service was not delivered. */
public enum FailureReason implements Code {
    NO_SHOW,
    UNREACHABLE,
    DROPPED_OUT,
    NO_LONGER_ELIGIBLE,
    SERVICE_ENDED,
    OTHER
}
