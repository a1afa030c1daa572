package org.puente.reception.identity;

import org.puente.contracts.Code;

/** Why two registrations may be of one person, or what speaks against it. */
public enum MatchReason implements Code {
    SAME_DOCUMENT,
    SAME_NAMES,
    NAMES_IN_ANOTHER_ORDER,
    NAMES_SPELT_OTHERWISE,
    NAMES_MISTYPED,
    NAMES_LEFT_OUT,
    NAMES_DIFFER,
    NO_NAMES,
    SAME_BIRTH_DATE,
    DAY_AND_MONTH_SWAPPED,
    BIRTH_DATE_ALMOST,
    BIRTH_YEAR_FITS,
    BIRTH_DIFFERS,
    SAME_SEX,
    SEX_DIFFERS,
    SAME_MUNICIPALITY,
    SAME_SUBDIVISION,
    NATIONALITY_DIFFERS
}
