package org.puente.contracts;

/**
 * A participant of a referral (issuer or recipient): an institution, and the node that publishes
 * for it.
 */
public record Party(NodeId node, InstitutionId institution) {
    public Party {
        Require.present("node", node);
        Require.present("institution", institution);
    }
}
