package org.puente.contracts;

/** The act by which the person was returned. Our own list: the source documents give none. */
public enum LegalBasis implements Code {
    DEPORTATION,
    REMOVAL,
    REFUSED_ENTRY,
    VOLUNTARY_DEPARTURE,
    READMISSION,
    OTHER
}
