package org.puente.contracts;

/** Why a recipient declined a referral. */
public enum DeclineReason implements Code {
    NO_CAPACITY,
    LACK_OF_RESOURCES,
    MISSING_DOCUMENTS,
    OUT_OF_AREA,
    NOT_ELIGIBLE,
    DUPLICATE,
    OTHER
}
