package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Decision;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.referral.directory.Directory;

/**
 * Adds facts of an institution over REST: a fact is added, is there already, or is refused with
 * reasons.
 */
@ApplicationScoped
class ReferralCommands {
    private final Referrals referrals;
    private final Directory directory;
    private final ReferralChanges changes;
    private final Clock clock;

    ReferralCommands(Referrals referrals, Directory directory, ReferralChanges changes, Clock clock) {
        this.referrals = referrals;
        this.directory = directory;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Adds the fact where the present status permits the step to the caller's side. The same fact
     * again changes nothing.
     *
     * @throws ProblemException not found where the caller is no participant, 409 with the status and the
     *     open steps where the step is not open; and as {@link AddFactRequest#fact} throws it
     */
    Uni<Referral> add(Mutiny.Session session, Caller caller, ReferralId id, AddFactRequest body) {
        Instant now = clock.instant();
        return referrals
                .hold(session, id)
                .invoke(referral -> Participants.of(referral, caller))
                .chain(referral -> directory
                        .offer(session, referral.to().node(), referral.offerId())
                        .map(offer ->
                                body.fact(referral, caller.institution(), now, offer == null ? null : offer.state()))
                        .call(fact -> add(session, referral, caller, fact))
                        .replaceWith(referral));
    }

    private Uni<Void> add(Mutiny.Session session, Referral referral, Caller caller, ReferralFact fact) {
        Side side = side(referral, caller, fact.step());
        return changes.add(session, referral, side, fact)
                .onFailure(ReferralChanges.NoPlace.class)
                .transform(full -> notOpen("no-place", referral, side))
                .invoke(decision -> refuseUnlessAdded(decision, referral, side))
                .replaceWithVoid();
    }

    /** The caller's side that may take the step; where none may, the first of the caller's sides. */
    private static Side side(Referral referral, Caller caller, ReferralStatus step) {
        var ends = Participants.of(referral, caller);
        return ends.stream()
                .filter(end -> step.sides().contains(end))
                .findFirst()
                .orElse(ends.getFirst());
    }

    private void refuseUnlessAdded(Decision decision, Referral referral, Side side) {
        switch (decision) {
            case Decision.Permitted permitted -> {
                return;
            }
            case Decision.AlreadyThere said -> {
                return;
            }
            case Decision.TooLate late -> throw notOpen("answered-too-late", referral, side);
            case Decision.TooEarly early -> throw notOpen("missed-too-early", referral, side, early.appointment());
            case Decision.NotOpen closed -> throw notOpen("step-not-open", referral, side);
            case Decision.WrongSide wrong -> throw notOpen("step-of-other-side", referral, side);
        }
    }

    private ProblemException notOpen(String code, Referral referral, Side side) {
        return notOpen(code, referral, side, referral.answerBy());
    }

    private ProblemException notOpen(String code, Referral referral, Side side, Instant limit) {
        ReferralStatus status = referral.status();
        Set<ReferralStatus> open = referral.openSteps(side, clock.instant());
        return ProblemException.conflict(code, status.code(), limit)
                .with("referralStatus", status)
                .with("openSteps", open);
    }
}
