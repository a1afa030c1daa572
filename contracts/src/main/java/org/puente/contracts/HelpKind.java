package org.puente.contracts;

/** What a reception point gives to a person without a referral. */
public enum HelpKind implements Code {
    FOOD,
    HYGIENE_KIT,
    CALL_HOME,
    TRANSPORT_ONWARD,
    MEDICAL_CHECK,
    LEGAL_ORIENTATION,
    CASH,
    OVERNIGHT_SHELTER
}
