package org.puente.contracts;

/** What calls for differentiated attention and may be known to all who see the case. */
public enum Profile implements Code {
    UNACCOMPANIED_CHILD,
    SEPARATED_CHILD,
    SINGLE_CAREGIVER,
    INDIGENOUS,
    DISABILITY,
    OLDER_PERSON,
    PREGNANT,
    DISPLACED_ON_ARRIVAL
}
