package org.puente.contracts;

/** Dimension of reintegration. */
public enum Dimension implements Code {
    ECONOMIC,
    SOCIAL,
    PSYCHOSOCIAL
}
