package org.puente.referral.referrals;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Party;
import org.puente.contracts.Side;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ProblemException;

/** At which end of a referral a caller stands. */
public final class Participants {
    private Participants() {}

    /**
     * The sides that the caller speaks for; both where an institution has referred to itself, the
     * recipient first, since it has more to say.
     *
     * @throws ProblemException 404 where there is no such referral, or it is none of the caller's
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
     * From where the caller sees it: the end of the own institution, or null for the case's owner,
     * who sees what another institution of its node has referred it to, and says nothing of it.
     *
     * @throws ProblemException 404 where there is no such referral, or it is none of the caller's
     */
    public static Side seenFrom(Referral referral, Caller caller) {
        return referral != null && isOwner(referral, caller) && !isAt(referral.to(), caller)
                ? null
                : of(referral, caller).getFirst();
    }

    /**
     * @throws ProblemException 404 where the caller does not speak for that side
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
     * Whether the case is the caller's, and another institution of its node issued the referral.
     */
    public static boolean isOwner(Referral referral, Caller caller) {
        return referral.from().node().equals(caller.node())
                && caller.is(referral.sharing().caseOwner());
    }

    private static boolean isAt(Party end, Caller caller) {
        return end.node().equals(caller.node()) && caller.is(end.institution());
    }
}
