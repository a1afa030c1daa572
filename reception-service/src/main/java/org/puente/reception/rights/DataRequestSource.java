package org.puente.reception.rights;

import org.puente.contracts.Code;

/** How a request came in. */
enum DataRequestSource implements Code {
    /** The person was at the desk, or wrote to it. */
    DESK,
    /** The person sent it from the page of their case. */
    PERSON,
    /** The person asked another institution of the node, or about another of their cases; nothing else is told. */
    ANOTHER_CASE
}
