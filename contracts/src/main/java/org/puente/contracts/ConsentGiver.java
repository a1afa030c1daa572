package org.puente.contracts;

/** Who gave a consent. An authority's order can replace a consent (children, trafficking). */
public enum ConsentGiver implements Code {
    SELF,
    GUARDIAN,
    AUTHORITY
}
