package org.puente.reception.identity;

import org.puente.contracts.Code;

/** How likely it is that two registrations are of one person; the more likely comes first. */
public enum MatchLevel implements Code {
    PROBABLE,
    POSSIBLE
}
