package org.puente.contracts;

/** What sort of body an institution is. */
public enum InstitutionKind implements Code {
    GOVERNMENT,
    MUNICIPAL,
    BANK,
    CIVIL_SOCIETY,
    INTERNATIONAL,
    PRIVATE,
    OTHER
}
