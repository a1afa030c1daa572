package org.puente.followup.cases;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Due;
import org.puente.contracts.FollowUpFact.Missed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.InstitutionId;

/**
 * Applies published facts to a case again. Nothing is published; afterwards {@link CaseFile#settle}
 * brings the case to its present state.
 */
record ReplayedCase(CaseFile file, Situation now) {
    static ReplayedCase of(CaseFile file, Situation now) {
        return new ReplayedCase(file, now);
    }

    void take(FollowUpFact said) {
        file.unsettled = true;
        switch (said) {
            case Planned planned -> plan(planned);
            case Due due -> open(due.followUpId().value()).ifPresent(followUp -> makeDue(followUp, due));
            case Missed missed ->
                open(missed.followUpId().value()).ifPresent(followUp -> followUp.status = FollowUpStatus.MISSED);
            case Completed completed ->
                open(completed.followUpId().value()).ifPresent(followUp -> followUp.complete(visit(completed)));
            case CaseClosed closed -> close(closed);
        }
    }

    private void plan(Planned said) {
        follow(said.institution());
        FollowUp known = find(said.followUpId().value());
        if (known == null) {
            interval(said)
                    .filter(after -> !isPlanned(after))
                    .map(after -> made(said, after))
                    .ifPresent(file.followUps::add);
        } else if (known.status == FollowUpStatus.PLANNED || known.status == FollowUpStatus.DROPPED) {
            known.status = FollowUpStatus.PLANNED;
            known.institution = said.institution().value();
        }
    }

    private FollowUp made(Planned said, Interval after) {
        return FollowUp.planned(
                said.followUpId().value(),
                file.id,
                said.institution(),
                new Policy.Step(said.kind(), after),
                now.policy().times(after, file.returnedOn, file.registeredAt, now.zone()));
    }

    /**
     * The interval of the policy that gives this id. If no interval does (another policy, or a
     * release without derived ids), the days from the return to the due day; empty if there are
     * none.
     */
    private Optional<Interval> interval(Planned said) {
        UUID id = said.followUpId().value();
        Optional<Interval> derived = now.policy().steps(true).stream()
                .map(Policy.Step::after)
                .filter(after -> file.idOf(after, now).equals(id))
                .findFirst();
        long days = ChronoUnit.DAYS.between(file.returnedOn, said.dueOn());
        return derived.isPresent() || days <= 0 ? derived : Optional.of(Interval.parse("P" + days + "D"));
    }

    private boolean isPlanned(Interval after) {
        return file.followUps.stream().anyMatch(one -> one.afterReturn.equals(after.text()));
    }

    private static void makeDue(FollowUp followUp, Due said) {
        followUp.status = FollowUpStatus.DUE;
        followUp.institution = said.institution().value();
        if (followUp.dueSaidAt == null) {
            followUp.dueSaidAt = said.occurredAt();
        }
    }

    private static Visit visit(Completed said) {
        return new Visit(said.occurredAt(), said.outcome(), said.instrument(), said.scores(), said.needs());
    }

    private void close(CaseClosed said) {
        boolean forGood = said.reason() == ClosureReason.DECEASED || said.reason() == ClosureReason.REMIGRATED;
        file.status = forGood ? CaseStatus.CLOSED : CaseStatus.RELEASED;
        file.responsible = said.institution().value();
        file.closedBecause = said.reason();
        file.followUps.stream().filter(followUp -> followUp.status.open()).forEach(FollowUp::drop);
    }

    private void follow(InstitutionId office) {
        file.status = CaseStatus.FOLLOWED;
        file.responsible = office.value();
        file.closedBecause = null;
    }

    private Optional<FollowUp> open(UUID id) {
        return Optional.ofNullable(find(id)).filter(followUp -> followUp.status.open());
    }

    private FollowUp find(UUID id) {
        return file.followUps.stream()
                .filter(followUp -> followUp.id.equals(id))
                .findFirst()
                .orElse(null);
    }
}
