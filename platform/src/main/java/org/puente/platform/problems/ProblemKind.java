package org.puente.platform.problems;

/** What kind of reason a request is refused for. */
public enum ProblemKind {
    /** The request itself is wrong: a field, a parameter, its form. */
    INVALID,
    /** Nobody knows who the caller is. */
    UNAUTHENTICATED,
    /** The caller is known and may not. */
    FORBIDDEN,
    /** There is no such thing, or none that the caller may see: the two must look the same. */
    NOT_FOUND,
    /** There is no form of the result that the caller reads. */
    NOT_ACCEPTABLE,
    /** The thing is in a state that does not allow the request. */
    CONFLICT,
    /** The thing was there and is erased. */
    GONE,
    /** The caller's copy of the thing is no longer the latest. */
    STALE,
    /** The data of the request did not come in time. */
    TOO_SLOW,
    /** The request has more data than is taken. */
    TOO_LARGE,
    /** The data has a type or an encoding that is not taken. */
    UNSUPPORTED_TYPE,
    /** The request is well formed and breaks a rule. */
    RULE_BROKEN,
    /** The caller does not state which version of the thing the request is meant for. */
    VERSION_MISSING,
    /** The caller asks more often than is allowed. */
    TOO_MANY,
    /** A fault of this service. */
    FAILED,
    /** This service cannot do it now, and may later. */
    UNAVAILABLE
}
