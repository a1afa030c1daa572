package org.puente.contracts;

/** The two ends of a referral. */
public enum Side implements Code {
    ISSUER,
    RECIPIENT
}
