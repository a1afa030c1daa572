package org.puente.reception.returns;

import org.puente.contracts.Code;

/**
 * The role of a person in the household that returns. The list is ours: the source documents have
 * none.
 */
public enum HouseholdRole implements Code {
    HEAD,
    PARTNER,
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE,
    OTHER
}
