package org.puente.contracts;

/** Whether the person chose to return, freely and informed. */
public enum Will implements Code {
    VOLUNTARY,
    FORCED
}
