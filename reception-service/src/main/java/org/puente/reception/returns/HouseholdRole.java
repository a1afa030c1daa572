package org.puente.reception.returns;

import org.puente.contracts.Code;

/** What a person is in the household that returns. Our own list: the documents give none. */
enum HouseholdRole implements Code {
    HEAD,
    PARTNER,
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE,
    OTHER
}
