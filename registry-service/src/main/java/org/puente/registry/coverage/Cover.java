package org.puente.registry.coverage;

import org.puente.contracts.Code;

/** How an area is covered with a kind of service. */
enum Cover implements Code {
    /** No offer, although others exist in the region. */
    GAP,
    /** One offer, or several offers for different people. */
    COVERED,
    /** Several offers for which one person could be eligible. */
    OVERLAP
}
