package org.puente.contracts;

/** What ended a referral from the person's side. */
public enum WithdrawalReason implements Code {
    BY_PERSON,
    CONSENT_WITHDRAWN
}
