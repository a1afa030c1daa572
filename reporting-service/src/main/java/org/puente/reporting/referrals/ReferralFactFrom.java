package org.puente.reporting.referrals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.Dimension;
import org.puente.contracts.Envelope;
import org.puente.contracts.Level;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Side;

/**
 * A step of a referral and who said it. Whether that one may say it is known only once the issue
 * is.
 *
 * @param delivery null unless the step is a delivery
 * @param caseId that it is said of; null of what was taken in before this was kept
 */
record ReferralFactFrom(
        UUID factId, ReferralStatus step, Party speaker, Instant at, String detail, Delivery delivery, CaseId caseId) {

    /** What was delivered. */
    record Delivery(ServiceOutcome outcome, Level level, Dimension dimension, String category) {}

    static ReferralFactFrom of(Envelope envelope, ReferralFact fact) {
        return new ReferralFactFrom(
                envelope.id(),
                fact.step(),
                new Party(envelope.source().node(), fact.institution()),
                fact.occurredAt(),
                ReferralStep.of(envelope.id(), fact, anySide(fact)).detail(),
                fact instanceof ReferralFact.Delivered d
                        ? new Delivery(d.outcome(), d.level(), d.dimension(), d.category())
                        : null,
                fact.caseId());
    }

    /** Each side has its own ids: under another's a node says nothing in that one's place. */
    String key() {
        return factId + " " + speaker.node();
    }

    /**
     * The step as the contracts have it; empty if the speaker is at no end that may take it, or
     * speaks of another case.
     */
    Optional<ReferralStep> in(ReferralFact.Issued issue) {
        return (caseId != null && !caseId.equals(issue.caseId())
                        ? Optional.<Side>empty()
                        : Side.of(issue, step, speaker))
                .map(side -> new ReferralStep(factId, step, side, at, detail));
    }

    /** The detail of a step is the same whoever says it. */
    private static Side anySide(ReferralFact fact) {
        return fact.step().sides().iterator().next();
    }
}
