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
 * A step of a referral and the party that published it. Whether the party may take the step is
 * known only once the issue is known.
 *
 * @param delivery null unless the step is a delivery
 * @param caseId the case that the fact names; null in steps that are older than this field
 */
record PublishedStep(
        UUID factId, ReferralStatus step, Party speaker, Instant at, String detail, Delivery delivery, CaseId caseId) {

    /** What was delivered. */
    record Delivery(ServiceOutcome outcome, Level level, Dimension dimension, String category) {}

    static PublishedStep of(Envelope envelope, ReferralFact fact) {
        return new PublishedStep(
                envelope.id(),
                fact.step(),
                new Party(envelope.source().node(), fact.institution()),
                fact.occurredAt(),
                ReferralStep.detail(fact),
                fact instanceof ReferralFact.Delivered d
                        ? new Delivery(d.outcome(), d.level(), d.dimension(), d.category())
                        : null,
                fact.caseId());
    }

    /** Each node has its own ids: so no node replaces another's step by use of its id. */
    String key() {
        return factId + " " + speaker.node();
    }

    /**
     * The step as the contracts have it; empty if the party is on no side that may take it, or the
     * fact is of another case.
     */
    Optional<ReferralStep> in(ReferralFact.Issued issue) {
        return (caseId != null && !caseId.equals(issue.caseId())
                        ? Optional.<Side>empty()
                        : Side.of(issue, step, speaker))
                .map(side -> new ReferralStep(factId, step, side, at, detail));
    }
}
