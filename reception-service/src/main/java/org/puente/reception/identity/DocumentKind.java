package org.puente.reception.identity;

import org.puente.contracts.Code;

/** Kinds of identity documents that intake records. */
public enum DocumentKind implements Code {
    CURP,
    DUI,
    CUI,
    DNI_HND,
    PASSPORT,
    /** Issued on arrival, for a time, until the person has papers again. */
    PROVISIONAL,
    OTHER;

    /** Whether a normalised number can be of this kind; a kind without a rule takes any number. */
    boolean takes(String number) {
        return switch (this) {
            case CURP -> Curp.valid(number);
            case DUI -> Dui.valid(number);
            case CUI -> Cui.valid(number);
            case DNI_HND -> DniHnd.valid(number);
            case PASSPORT -> Passport.valid(number);
            case PROVISIONAL, OTHER -> !number.isEmpty();
        };
    }
}
