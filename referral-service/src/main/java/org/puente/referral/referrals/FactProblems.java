package org.puente.referral.referrals;

import java.time.Instant;
import org.puente.contracts.Decision;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;

/**
 * Decisions on facts, as problems for the institution that wanted to add them: 409 with the status
 * and the steps that are open to its side.
 *
 * @param now the open steps are those of this moment
 */
record FactProblems(Referral referral, Side side, Instant now) {

    /**
     * @throws ProblemException unless the fact was added or is there already
     */
    void refuseUnlessAdded(Decision decision) {
        switch (decision) {
            case Decision.Permitted added -> {}
            case Decision.AlreadyThere known -> {}
            case Decision.TooLate late -> throw notOpen("answered-too-late", referral.answerBy());
            case Decision.TooEarly early -> throw notOpen("missed-too-early", early.appointment());
            case Decision.NotOpen closed -> throw notOpen("step-not-open", referral.answerBy());
            case Decision.WrongSide wrong -> throw notOpen("step-of-other-side", referral.answerBy());
        }
    }

    ProblemException noPlace() {
        return notOpen("no-place", referral.answerBy());
    }

    private ProblemException notOpen(String code, Instant limit) {
        return ProblemException.conflict(code, referral.status().code(), limit)
                .with("referralStatus", referral.status())
                .with("openSteps", referral.openSteps(side, now));
    }
}
