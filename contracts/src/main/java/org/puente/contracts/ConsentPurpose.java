package org.puente.contracts;

/** What a person's data may be used for. */
public enum ConsentPurpose implements Code {
    REFERRAL,
    FOLLOW_UP,
    STATISTICS
}
