package org.puente.contracts;

/** Why a case was closed. */
public enum ClosureReason implements Code {
    REINTEGRATED,
    REMIGRATED,
    MOVED,
    DECEASED,
    REFUSED,
    UNREACHABLE,
    DUPLICATE,
    OTHER
}
