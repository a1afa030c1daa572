package org.puente.reception.rights;

import org.puente.contracts.Code;

/** Which right a person uses. */
public enum DataRequestKind implements Code {
    /** To know what is held of them. */
    ACCESS,
    /** To have something wrong corrected. */
    RECTIFICATION,
    /** To have what is held of them erased. */
    ERASURE,
    /** That their data is not used, or not for some purpose. */
    OBJECTION;

    /**
     * Whether it is asked of every institution of the node that holds a case of the person. What is
     * wrong stands in one case, and what a person says of it is for its institution alone.
     */
    boolean concernsEveryCase() {
        return this != RECTIFICATION;
    }

    /** Whether asking again while it is open asks nothing new. Several things may be wrong, and are said one by one. */
    boolean isOneWhileOpen() {
        return this != RECTIFICATION;
    }
}
