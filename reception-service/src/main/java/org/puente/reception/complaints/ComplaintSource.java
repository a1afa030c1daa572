package org.puente.reception.complaints;

import org.puente.contracts.Code;

/** Who sent a complaint in. */
enum ComplaintSource implements Code {
    /** A desk wrote it down for the person. */
    DESK,
    /** The person sent it from the page of their case. */
    PERSON
}
