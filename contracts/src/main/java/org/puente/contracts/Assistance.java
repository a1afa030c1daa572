package org.puente.contracts;

/** Whether an organisation helped with the return. */
public enum Assistance implements Code {
    ASSISTED,
    INDEPENDENT
}
