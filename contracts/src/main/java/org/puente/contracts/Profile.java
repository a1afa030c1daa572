package org.puente.contracts;

/** What calls for differentiated attention. All who see the case may know it. */
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
