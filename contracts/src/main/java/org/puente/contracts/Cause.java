package org.puente.contracts;

/** Why the person had migrated. */
public enum Cause implements Code {
    ECONOMIC,
    VIOLENCE,
    FAMILY,
    DISASTER,
    HEALTH,
    EDUCATION,
    OTHER
}
