package org.puente.contracts;

/** Why the issuer took a referral back. */
public enum CancellationReason implements Code {
    ISSUED_IN_ERROR,
    DUPLICATE,
    NEED_MET_ELSEWHERE,
    NO_ANSWER,
    RECIPIENT_GONE,
    CASE_CLOSED,
    OTHER
}
