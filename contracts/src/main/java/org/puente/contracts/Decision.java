package org.puente.contracts;

import java.time.Instant;
import java.util.Set;

/** Whether a side may take a step, given what it sees. */
public sealed interface Decision {

    /**
     * The step may be taken. It will stand, or it makes an answer count that came too late and
     * ranks higher.
     */
    record Permitted() implements Decision {}

    /**
     * The step is known already, so that nothing is to be done.
     *
     * @param step the known step
     */
    record AlreadyThere(ReferralStep step) implements Decision {}

    /**
     * The status does not declare the step, a step of equal rank that is not earlier stands, or the
     * referral would expire though its deadline is not over.
     *
     * @param openSteps the steps that the side may take instead
     */
    record NotOpen(ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}

    /**
     * The step belongs to the other side.
     *
     * @param sides the sides that may take it
     */
    record WrongSide(Set<Side> sides) implements Decision {}

    /**
     * The step is an answer, and the time to answer is over.
     *
     * @param openSteps the steps that the side may take instead
     */
    record TooLate(Instant answerBy, ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}

    /**
     * The step states that the person did not come to an appointment that is still to come.
     *
     * @param openSteps the steps that the side may take instead
     */
    record TooEarly(Instant appointment, ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}
}
