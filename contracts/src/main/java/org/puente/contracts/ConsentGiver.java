package org.puente.contracts;

/** Who gave a consent. An authority's order stands in for one (children, trafficking). */
public enum ConsentGiver implements Code {
    SELF,
    GUARDIAN,
    AUTHORITY
}
