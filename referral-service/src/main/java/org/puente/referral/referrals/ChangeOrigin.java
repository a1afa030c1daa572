package org.puente.referral.referrals;

/** Where a change of a referral comes from. */
public enum ChangeOrigin {
    /** This node decided it now: it has to be published. */
    OWN,
    /**
     * It came by the wire: another node has published it. So does a {@code referral.issued} of this
     * node that its restored database had lost.
     */
    OTHER_NODE,
    /**
     * This node had published it before its database was restored to an earlier state. The
     * referrals that it issued in consequence come back in the same way.
     */
    RECOVERED
}
