package org.puente.contracts;

import java.util.Optional;

/** The two participants of a referral. */
public enum Side implements Code {
    ISSUER,
    RECIPIENT;

    /**
     * The side on which an institution of a node takes a step. Between two nodes the node decides
     * the side, and acts for its own institutions alone. Within one node, which then acts for both
     * sides, the institution decides.
     *
     * @return empty if the publisher is on no side that may take this step, or its institution is not
     *     its node's
     */
    public static Optional<Side> of(ReferralFact.Issued issued, ReferralStatus step, Party publisher) {
        if (!publisher.node().mayOwn(publisher.institution())) {
            return Optional.empty();
        }
        boolean oneNode = issued.from().node().equals(issued.to().node());
        return step.sides().stream()
                .filter(side -> {
                    Party end = side == ISSUER ? issued.from() : issued.to();
                    return oneNode ? end.equals(publisher) : end.node().equals(publisher.node());
                })
                .findFirst();
    }
}
