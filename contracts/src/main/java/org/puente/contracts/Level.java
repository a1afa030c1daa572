package org.puente.contracts;

/** Level of reintegration that a service acts on. */
public enum Level implements Code {
    INDIVIDUAL,
    COMMUNITY,
    STRUCTURAL
}
