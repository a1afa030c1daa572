package org.puente.contracts;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The set of facts that a reader has of a referral, in no order and each once. The status is a
 * function of the set alone. So two readers with the same facts agree, in whatever order and
 * however often the facts came.
 *
 * <p><b>What counts.</b> Every step counts, but answers (waitlisted, accepted, declined,
 * redirected) count only if one of them was given at or before {@code answerBy}: the deadline is
 * for the first answer, and a person who was put on a waiting list in time may be accepted at any
 * time. As a function of the set this keeps the laws: what counts in a set also counts in every
 * larger set. A first answer that arrives late can make others count; no fact can make another stop
 * counting. So the highest step can only rise. A final status ranks above every status that is not
 * final, so it is never left for one of those.
 *
 * @param answerBy the deadline, as the issued fact states it
 */
public record ReferralHistory(Instant answerBy, Set<ReferralStep> steps) {

    /**
     * @throws IllegalArgumentException if a step comes from the wrong side
     */
    public ReferralHistory {
        answerBy = Require.instant("answerBy", answerBy);
        steps = Set.copyOf(steps);
        for (ReferralStep step : steps) {
            if (!step.fromRightSide()) {
                throw new IllegalArgumentException(
                        step.type().code() + " is no step of the " + step.side().code());
            }
        }
    }

    /** The step that stands; empty if none counts. */
    public Optional<ReferralStep> standing() {
        boolean answered = answeredInTime();
        return steps.stream()
                .filter(step -> answered || !step.type().isAnswer())
                .max(ReferralStep.ORDER);
    }

    /** The status; {@link ReferralStatus#ISSUED}, the lowest, if no step counts. */
    public ReferralStatus status() {
        return standing().map(ReferralStep::type).orElse(ReferralStatus.ISSUED);
    }

    /**
     * This history with one step more.
     *
     * @throws IllegalArgumentException if the step comes from the wrong side
     */
    public ReferralHistory add(ReferralStep step) {
        return union(Set.of(step));
    }

    /**
     * The facts of both histories together.
     *
     * @throws IllegalArgumentException if the deadlines differ: then the referral isn't the same
     */
    public ReferralHistory merge(ReferralHistory other) {
        if (!answerBy.equals(other.answerBy)) {
            throw new IllegalArgumentException("answerBy differs");
        }
        return union(other.steps);
    }

    /** The steps that a side may take at a moment, in the order of their rank. */
    public Set<ReferralStatus> openSteps(Side side, Instant at) {
        EnumSet<ReferralStatus> open = EnumSet.noneOf(ReferralStatus.class);
        for (ReferralStatus type : status().steps()) {
            if (type.sides().contains(side) && stands(type, at)) {
                open.add(type);
            }
        }
        return Collections.unmodifiableSet(open);
    }

    /** Whether a side may take a step at the time that the step names. */
    public Decision decide(ReferralStep step) {
        if (!step.fromRightSide()) {
            return new Decision.WrongSide(step.type().sides());
        }
        Optional<ReferralStep> known = repeated(step);
        if (known.isPresent()) {
            return new Decision.AlreadyThere(known.get());
        }
        ReferralStatus status = status();
        Set<ReferralStatus> open = openSteps(step.side(), step.at());
        if (!status.steps().contains(step.type())) {
            return new Decision.NotOpen(status, open);
        }
        Optional<Instant> toCome = appointmentAfter(step.at());
        if (step.isNoShow() && toCome.isPresent()) {
            return new Decision.TooEarly(toCome.get(), status, open);
        }
        if (open.contains(step.type())) {
            return new Decision.Permitted();
        }
        return tooLate(step.type(), step.at())
                ? new Decision.TooLate(answerBy, status, open)
                : new Decision.NotOpen(status, open);
    }

    /**
     * The step that is already here: by its id, or as the repetition of the step that stands now.
     */
    private Optional<ReferralStep> repeated(ReferralStep step) {
        return steps.stream()
                .filter(known -> known.id().equals(step.id()))
                .findFirst()
                .or(() -> standing().filter(step::repeats));
    }

    /** Whether a step that the status declares would stand if it were taken at a moment. */
    private boolean stands(ReferralStatus type, Instant at) {
        boolean early = type == ReferralStatus.EXPIRED && !at.isAfter(answerBy);
        return !early
                && !tooLate(type, at)
                && !(type == ReferralStatus.MISSED && appointmentAfter(at).isPresent())
                && (type.rank() > status().rank()
                        || standing().map(step -> at.isAfter(step.at())).orElse(true));
    }

    private boolean tooLate(ReferralStatus type, Instant at) {
        return type.isAnswer() && at.isAfter(answerBy) && !answeredInTime();
    }

    /** The appointment that stands, if it is later than that: nobody can have missed it yet. */
    private Optional<Instant> appointmentAfter(Instant at) {
        return standing().flatMap(ReferralStep::appointment).filter(at::isBefore);
    }

    /**
     * Whether a step states that nobody came, though the last appointment made until then was still
     * to come when the step was taken. Only the recipient's own clock counts.
     */
    public boolean isTooEarly(ReferralStep step) {
        return isTooEarly(step, step.at());
    }

    /**
     * As {@link #isTooEarly(ReferralStep)}, or the appointment is still to come by the reader's
     * clock.
     */
    public boolean isTooEarly(ReferralStep step, Instant now) {
        return step.isNoShow()
                && steps.stream()
                        .filter(known -> known.type() == ReferralStatus.SCHEDULED)
                        .filter(known -> !known.at().isAfter(step.at()))
                        .max(ReferralStep.ORDER)
                        .flatMap(ReferralStep::appointment)
                        .filter(appointment -> appointment.isAfter(step.at()) || appointment.isAfter(now))
                        .isPresent();
    }

    /** Whether the recipient gave an answer at or before the deadline. */
    public boolean answeredInTime() {
        return steps.stream()
                .anyMatch(step -> step.type().isAnswer() && !step.at().isAfter(answerBy));
    }

    private ReferralHistory union(Set<ReferralStep> others) {
        Set<ReferralStep> all = new HashSet<>(steps);
        all.addAll(others);
        return new ReferralHistory(answerBy, all);
    }
}
