package org.puente.contracts;

/** What an offer counts its places in. */
public enum CapacityUnit implements Code {
    PERSONS,
    HOUSEHOLDS,
    BEDS,
    APPOINTMENTS
}
