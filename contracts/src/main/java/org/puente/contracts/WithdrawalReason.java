package org.puente.contracts;

/** Why a referral was withdrawn. */
public enum WithdrawalReason implements Code {
    BY_PERSON,
    CONSENT_WITHDRAWN
}
