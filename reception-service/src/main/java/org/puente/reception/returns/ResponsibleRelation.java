package org.puente.reception.returns;

import org.puente.contracts.Code;

/** What an adult who is responsible for a child is to the child. */
public enum ResponsibleRelation implements Code {
    PARENT,
    /** Whom the law or a court has made the child's guardian. */
    GUARDIAN,
    OTHER_RELATIVE,
    OTHER_ADULT;

    boolean isParentOrGuardian() {
        return this == PARENT || this == GUARDIAN;
    }
}
