package org.puente.referral.referrals;

import java.util.List;
import java.util.stream.Stream;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/**
 * The participants of a referral, and who may see it and take its steps.
 *
 * @param from the issuer
 * @param to the recipient
 * @param owner the institution that the case is of, where that is not the issuer; else null
 */
public record Participants(Party from, Party to, InstitutionId owner) {

    public static Participants of(Referral referral) {
        return new Participants(
                referral.from(), referral.to(), referral.sharing().caseOwner());
    }

    /**
     * @param referral null where there is none
     * @throws ProblemException not found where there is none, or the caller is no participant
     */
    public static void mustInclude(Caller caller, Referral referral) {
        if (referral == null || of(referral).sides(caller).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /**
     * @param referral null where there is none
     * @throws ProblemException not found where there is none, or the caller is not on that side
     */
    public static void mustInclude(Side side, Caller caller, Referral referral) {
        if (referral == null || !of(referral).is(side, caller)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * The side from which the caller sees the referral; null for the case owner, who can take no step.
     *
     * @param referral null where there is none
     * @throws ProblemException not found where there is none, or the caller may not see it
     */
    public static Side view(Caller caller, Referral referral) {
        if (referral != null && of(referral).isOwner(caller)) {
            return of(referral).is(Side.RECIPIENT, caller) ? Side.RECIPIENT : null;
        }
        mustInclude(caller, referral);
        return of(referral).sides(caller).getFirst();
    }

    public Party at(Side side) {
        return side == Side.ISSUER ? from : to;
    }

    public boolean is(Side side, Caller caller) {
        return at(side).node().equals(caller.node()) && caller.is(at(side).institution());
    }

    /** Whether the caller is the case owner, and another institution of its node issued the referral. */
    public boolean isOwner(Caller caller) {
        return from.node().equals(caller.node()) && caller.is(owner);
    }

    /**
     * The sides of the caller's institution. Both where it has referred to itself: the recipient
     * first, since it has more steps.
     */
    List<Side> sides(Caller caller) {
        return Stream.of(Side.RECIPIENT, Side.ISSUER)
                .filter(side -> is(side, caller))
                .toList();
    }

    /**
     * The side on which a participant takes a step; where none of its sides may, the first of them.
     *
     * @param caller a participant
     */
    Side sideFor(ReferralStatus step, Caller caller) {
        List<Side> own = sides(caller);
        return own.stream().filter(step.sides()::contains).findFirst().orElse(own.getFirst());
    }
}
