package org.puente.contracts;

/** How people arrive. */
public enum TransportMode implements Code {
    AIR,
    ROAD,
    RAIL,
    SEA,
    FOOT
}
