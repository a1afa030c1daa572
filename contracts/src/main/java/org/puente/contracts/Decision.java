package org.puente.contracts;

import java.time.Instant;
import java.util.Set;

/** Whether a side may take a step, given what it sees. */
public sealed interface Decision {

    /**
     * The step may be taken; it will stand, or it makes an answer count that was given too late and
     * ranks higher.
     */
    record Permitted() implements Decision {}

    /**
     * The same was said before, so that nothing is to be done.
     *
     * @param step what was said
     */
    record AlreadyThere(ReferralStep step) implements Decision {}

    /**
     * The status does not declare the step, or one of equal rank and later time stands.
     *
     * @param openSteps what the side may say instead
     */
    record NotOpen(ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}

    /**
     * The step belongs to the other side.
     *
     * @param sides whose it is
     */
    record WrongSide(Set<Side> sides) implements Decision {}

    /**
     * The step is an answer, and the time to answer is over.
     *
     * @param openSteps what the side may say instead
     */
    record TooLate(Instant answerBy, ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}

    /**
     * The step says that the person did not come to an appointment that is still to come.
     *
     * @param openSteps what the side may say instead
     */
    record TooEarly(Instant appointment, ReferralStatus status, Set<ReferralStatus> openSteps) implements Decision {}
}
