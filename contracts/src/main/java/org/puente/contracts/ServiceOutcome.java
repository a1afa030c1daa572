package org.puente.contracts;

/** How far a service went. */
public enum ServiceOutcome implements Code {
    COMPLETED,
    PARTIAL
}
