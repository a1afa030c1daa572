package org.puente.referral.referrals;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Party;
import org.puente.contracts.Side;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Refusal;

/** At which end of a referral a caller stands. */
final class Ends {
    private Ends() {}

    /**
     * The sides that the caller speaks for; both where an institution has referred to itself, the
     * recipient first, since it has more to say.
     *
     * @throws Refusal 404 where there is no such referral, or it is none of the caller's
     */
    static List<Side> of(Referral referral, Caller caller) {
        List<Side> sides = new ArrayList<>();
        if (referral != null && isAt(referral.to(), caller)) {
            sides.add(Side.RECIPIENT);
        }
        if (referral != null && isAt(referral.from(), caller)) {
            sides.add(Side.ISSUER);
        }
        if (sides.isEmpty()) {
            throw Refusal.notFound();
        }
        return sides;
    }

    /**
     * @throws Refusal 404 where the caller does not speak for that side
     */
    static void mustInclude(Side side, Referral referral, Caller caller) {
        if (!of(referral, caller).contains(side)) {
            throw Refusal.notFound();
        }
    }

    private static boolean isAt(Party end, Caller caller) {
        return end.node().equals(caller.node()) && caller.is(end.institution());
    }
}
