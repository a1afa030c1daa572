package org.puente.contracts;

import java.util.Optional;

/** The two ends of a referral. */
public enum Side implements Code {
    ISSUER,
    RECIPIENT;

    /**
     * The end that speaks when an institution of a node takes a step. Between nodes the node
     * decides, and speaks in the name of its own institutions alone; within one node, which then
     * speaks for both ends, the institution does.
     *
     * @return empty if the speaker is at no end that may take this step, or names an institution
     *     that is not its node's
     */
    public static Optional<Side> of(ReferralFact.Issued issued, ReferralStatus step, Party speaker) {
        if (!speaker.node().mayOwn(speaker.institution())) {
            return Optional.empty();
        }
        boolean oneNode = issued.from().node().equals(issued.to().node());
        return step.sides().stream()
                .filter(side -> {
                    Party end = side == ISSUER ? issued.from() : issued.to();
                    return oneNode ? end.equals(speaker) : end.node().equals(speaker.node());
                })
                .findFirst();
    }
}
