package org.puente.followup.cases;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Due;
import org.puente.contracts.FollowUpFact.Missed;
import org.puente.contracts.FollowUpFact.Planned;

/**
 * Applies published facts to a case again. Nothing is published; afterwards {@link CaseFile#settle}
 * brings the case to its present state.
 */
record ReplayedCase(CaseFile file, Situation situation) {
    static ReplayedCase of(CaseFile file, Situation situation) {
        return new ReplayedCase(file, situation);
    }

    void take(FollowUpFact fact) {
        file.mustBeSettled();
        switch (fact) {
            case Planned planned -> plan(planned);
            case Due due -> open(due.followUpId().value()).ifPresent(followUp -> followUp.restore(due));
            case Missed missed -> open(missed.followUpId().value()).ifPresent(FollowUp::miss);
            case Completed completed ->
                open(completed.followUpId().value()).ifPresent(followUp -> followUp.complete(visit(completed)));
            case CaseClosed closed -> file.restore(closed);
        }
    }

    private void plan(Planned fact) {
        file.restoreFollowed(fact.institution());
        file.followUp(fact.followUpId().value())
                .ifPresentOrElse(
                        known -> known.restore(fact),
                        () -> interval(fact)
                                .filter(after -> !isPlanned(after))
                                .map(after -> made(fact, after))
                                .ifPresent(file::restore));
    }

    private FollowUp made(Planned fact, Interval after) {
        return file.planned(
                fact.institution(), fact.followUpId().value(), new Policy.Step(fact.kind(), after), situation);
    }

    /**
     * The interval of the policy that gives this id. If no interval does (another policy, or a
     * release without derived ids), the days from the return to the due day; empty if there are
     * none.
     */
    private Optional<Interval> interval(Planned fact) {
        UUID id = fact.followUpId().value();
        Optional<Interval> derived = situation.policy().steps(true).stream()
                .map(Policy.Step::after)
                .filter(after -> file.idOf(after, situation).equals(id))
                .findFirst();
        long days = ChronoUnit.DAYS.between(file.returnedOn, fact.dueOn());
        return derived.isPresent() || days <= 0 ? derived : Optional.of(Interval.parse("P" + days + "D"));
    }

    private boolean isPlanned(Interval after) {
        return file.followUps().stream()
                .anyMatch(followUp -> followUp.afterReturn().equals(after.text()));
    }

    private static Visit visit(Completed fact) {
        return new Visit(fact.occurredAt(), fact.outcome(), fact.instrument(), fact.scores(), fact.needs());
    }

    private Optional<FollowUp> open(UUID id) {
        return file.followUp(id).filter(FollowUp::isOpen);
    }
}
