package org.puente.reception.returns;

import org.puente.contracts.Code;

/** A way in which a person in danger may be contacted. The list is ours: the source documents have none. */
public enum ContactWay implements Code {
    CALL,
    MESSAGE,
    IN_PERSON,
    THROUGH_RELATIVE,
    THROUGH_INSTITUTION;

    boolean needsPhone() {
        return this == CALL || this == MESSAGE;
    }
}
