package org.puente.referral.referrals;

/** Where a change of a referral comes from. */
public enum ChangeOrigin {
    /** This node decided it now: it has to be published. */
    OWN,
    /** Another node has published it. */
    OTHER_NODE,
    /**
     * This node had published it before its database was restored to an earlier state. The
     * referrals that it issued in consequence come back in the same way.
     */
    RECOVERED
}
