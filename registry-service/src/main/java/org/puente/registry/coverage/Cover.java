package org.puente.registry.coverage;

import org.puente.contracts.Code;

/** What an area has of a kind of service. */
enum Cover implements Code {
    /** Nothing, though it is offered elsewhere in the region. */
    GAP,
    /** One offer, or several that are for different people. */
    COVERED,
    /** Offers that one and the same person could be referred to. */
    OVERLAP
}
