package org.puente.contracts;

/** What an institution does for returned people. */
public enum Mandate implements Code {
    RECEPTION,
    REINTEGRATION,
    CONSULAR,
    CHILD_PROTECTION,
    FOLLOW_UP,
    HEALTH,
    EDUCATION,
    CERTIFICATION,
    IDENTITY,
    FINANCE,
    LEGAL,
    OTHER
}
