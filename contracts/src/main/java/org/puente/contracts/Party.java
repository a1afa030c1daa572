package org.puente.contracts;

/** An end of a referral: an institution and the node that speaks for it. */
public record Party(NodeId node, InstitutionId institution) {
    public Party {
        Require.present("node", node);
        Require.present("institution", institution);
    }
}
