package org.puente.contracts;

/**
 * What a follow-up is for: the safety of children and high-risk cases in the first days, the
 * reintegration plan, or a regular visit.
 */
public enum FollowUpKind implements Code {
    SAFETY_CHECK,
    PLAN,
    VISIT
}
