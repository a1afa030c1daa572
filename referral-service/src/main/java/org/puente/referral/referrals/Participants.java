package org.puente.referral.referrals;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Party;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/** The participants of a referral: on which side a caller is. */
public final class Participants {
    private Participants() {}

    /**
     * The sides of the caller's institution. Both where it has referred to itself: the recipient
     * first, since it has more steps.
     *
     * @throws ProblemException not found where there is no such referral, or the caller is no participant
     */
    public static List<Side> of(Referral referral, Caller caller) {
        List<Side> sides = new ArrayList<>();
        if (referral != null && isAt(referral.to(), caller)) {
            sides.add(Side.RECIPIENT);
        }
        if (referral != null && isAt(referral.from(), caller)) {
            sides.add(Side.ISSUER);
        }
        if (sides.isEmpty()) {
            throw ProblemException.notFound();
        }
        return sides;
    }

    /**
     * The side from which the caller sees the referral: that of its own institution, or null for
     * the case owner, which sees what another institution of its node issued, and can take no step.
     *
     * @throws ProblemException not found where there is no such referral, or the caller may not see it
     */
    public static Side seenFrom(Referral referral, Caller caller) {
        return referral != null && isOwner(referral, caller) && !isAt(referral.to(), caller)
                ? null
                : of(referral, caller).getFirst();
    }

    /**
     * @throws ProblemException not found where the caller is not on that side
     */
    public static void mustInclude(Side side, Referral referral, Caller caller) {
        if (!of(referral, caller).contains(side)) {
            throw ProblemException.notFound();
        }
    }

    public static boolean isIssuer(Referral referral, Caller caller) {
        return isAt(referral.from(), caller);
    }

    /**
     * Whether the caller is the case owner, and another institution of its node issued the
     * referral.
     */
    public static boolean isOwner(Referral referral, Caller caller) {
        return referral.from().node().equals(caller.node())
                && caller.is(referral.sharing().caseOwner());
    }

    private static boolean isAt(Party end, Caller caller) {
        return end.node().equals(caller.node()) && caller.is(end.institution());
    }
}
