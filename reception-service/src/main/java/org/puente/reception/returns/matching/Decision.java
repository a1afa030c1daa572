package org.puente.reception.returns.matching;

import org.puente.contracts.Code;

/** What a desk says of two people who may be the same. */
public enum Decision implements Code {
    SAME,
    NOT_THE_SAME,
    /** As if nobody had said anything. */
    UNDECIDED
}
