package org.puente.referral.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.Side;
import org.puente.platform.inbox.FactRefused;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;

/**
 * Whether a step that a node publishes is recorded on a referral. Whether the present status
 * permits it is not asked: it may have crossed with a step of the other side.
 */
final class StepPolicy {
    /**
     * How many facts of one referral a side may publish. Without a limit a node could fill this
     * node's database, for example by moving one appointment again and again.
     */
    static final int MAX_FACTS = 500;

    /** How far another node's clock may be ahead of this node's. */
    private static final Duration MAX_CLOCK_AHEAD = Duration.ofDays(1);

    private StepPolicy() {}

    /** The side on which the sender takes the step; empty where it may not take it. */
    static Optional<Side> side(Referral referral, NodeId sender, ReferralFact fact) {
        return Side.of(referral.issued(), fact.step(), new Party(sender, fact.institution()));
    }

    /**
     * @param step by its {@link #side}
     * @return why the step is not recorded; empty where it is
     */
    static Optional<FactRefused> refusal(Referral referral, RecordedFact step, ChangeOrigin origin, Instant now) {
        if (!referral.caseId().equals(step.fact().caseId())) {
            return Optional.of(foreignCase());
        }
        if (origin == ChangeOrigin.RECOVERED) {
            return Optional.empty(); // this node checked it when it published it
        }
        if (referral.facts().stream().filter(fact -> fact.side() == step.side()).count() >= MAX_FACTS) {
            return Optional.of(new FactRefused("too-many-facts", "a side publishes no more facts of one referral"));
        }
        return referral.history().isTooEarly(notOfTheFuture(step.step(), now))
                ? Optional.of(new FactRefused("said-too-early", "the appointment was still to come"))
                : Optional.empty();
    }

    /** The step, at most {@link #MAX_CLOCK_AHEAD} from now: a step of a later day cannot have been taken yet. */
    private static ReferralStep notOfTheFuture(ReferralStep step, Instant now) {
        Instant latest = now.plus(MAX_CLOCK_AHEAD);
        return step.at().isAfter(latest)
                ? new ReferralStep(step.id(), step.type(), step.side(), latest, step.detail())
                : step;
    }

    static FactRefused wrongSide() {
        return new FactRefused("wrong-side", "the sender may not take this step");
    }

    static FactRefused foreignCase() {
        return new FactRefused("foreign-case", "the referral is of another case");
    }
}
