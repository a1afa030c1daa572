package org.puente.contracts;

/** What sort of place people are received at. */
public enum ReceptionPointKind implements Code {
    AIRPORT,
    LAND,
    PORT,
    CENTRE
}
