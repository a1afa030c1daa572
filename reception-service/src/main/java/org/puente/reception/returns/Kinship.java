package org.puente.reception.returns;

import org.puente.contracts.Code;

/** What a relative is to the person who returned. The list is ours: the source documents have none. */
public enum Kinship implements Code {
    PARTNER,
    PARENT,
    CHILD,
    SIBLING,
    GRANDPARENT,
    GRANDCHILD,
    GUARDIAN,
    OTHER
}
