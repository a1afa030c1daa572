package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.Offer;

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
     * @throws ProblemException not found where the caller is no participant; invalid for the fields
     *     of the body; 422 where the offer of a delivery is not known; and as {@link
     *     FactProblems#refuseUnlessAdded} throws it
     */
    Uni<Referral> add(Mutiny.Session session, Caller caller, ReferralId id, AddFactRequest body) {
        Instant now = clock.instant();
        return referrals
                .hold(session, id)
                .invoke(referral -> Participants.mustInclude(caller, referral))
                .call(referral ->
                        fact(session, caller, referral, body, now).chain(fact -> add(session, caller, referral, fact)));
    }

    private Uni<ReferralFact> fact(
            Mutiny.Session session, Caller caller, Referral referral, AddFactRequest body, Instant now) {
        List<FieldError> errors = body.errors(referral.issuedAt(), now);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return directory
                .offer(session, referral.to().node(), referral.offerId())
                .invoke(offer -> mustBeKnown(offer, body.type()))
                .map(offer -> body.fact(referral, caller.institution(), now, offer == null ? null : offer.state()));
    }

    private static void mustBeKnown(Offer offer, ReferralStatus step) {
        if (offer == null && step == ReferralStatus.DELIVERED) {
            throw ProblemException.ruleBroken("offer-gone");
        }
    }

    private Uni<Void> add(Mutiny.Session session, Caller caller, Referral referral, ReferralFact fact) {
        Side side = Participants.of(referral).sideFor(fact.step(), caller);
        return changes.add(session, referral, side, fact)
                .onFailure(ReferralChanges.NoPlace.class)
                .transform(full -> problems(referral, side).noPlace())
                .invoke(decision -> problems(referral, side).refuseUnlessAdded(decision))
                .replaceWithVoid();
    }

    private FactProblems problems(Referral referral, Side side) {
        return new FactProblems(referral, side, clock.instant());
    }
}
