package org.puente.reception.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.Side;

/**
 * The status of a case, computed from the set of its facts; their order makes no difference.
 *
 * @param referrals open referrals first, then the newest first
 * @param nextFollowUp the earliest day of a follow-up that is not over; the day may have passed;
 *     null if none
 */
record CaseTimeline(List<Referral> referrals, LocalDate nextFollowUp) {
    private static final Comparator<Referral> OPEN_AND_NEWEST_FIRST = Comparator.comparing(
                    (Referral referral) -> referral.status().isFinal())
            .thenComparing(referral -> referral.issued().occurredAt(), Comparator.reverseOrder())
            .thenComparing(referral -> referral.issued().referralId().toString());

    /**
     * @param appointment null unless scheduled
     * @param position in the waiting list; null unless the person waits and the recipient's node
     *     has published it
     */
    record Referral(ReferralFact.Issued issued, ReferralStatus status, Instant appointment, Integer position) {
        private static Referral of(
                ReferralFact.Issued issued,
                List<StoredCaseFact.Step> known,
                List<StoredCaseFact.Queued> queued,
                Instant now) {
            ReferralHistory history = believed(issued, known, now);
            Instant appointment =
                    history.standing().flatMap(ReferralStep::appointment).orElse(null);
            return new Referral(
                    issued,
                    history.status(),
                    appointment,
                    history.status() == ReferralStatus.WAITLISTED ? position(issued, queued) : null);
        }

        /**
         * The steps without those by which the person missed an appointment that had not come, or
         * has not come yet. Our own services refuse such a step; another node may publish it all
         * the same.
         */
        private static ReferralHistory believed(
                ReferralFact.Issued issued, List<StoredCaseFact.Step> known, Instant now) {
            Set<ReferralStep> steps =
                    known.stream().flatMap(step -> step(issued, step).stream()).collect(Collectors.toSet());
            ReferralHistory published = new ReferralHistory(issued.answerBy(), steps);
            return new ReferralHistory(
                    issued.answerBy(),
                    steps.stream()
                            .filter(step -> !published.isTooEarly(step, now))
                            .collect(Collectors.toSet()));
        }

        private static Integer position(ReferralFact.Issued issued, List<StoredCaseFact.Queued> queued) {
            return queued.stream()
                    .filter(note -> note.referralId().equals(issued.referralId()))
                    .filter(note -> note.speaker().equals(issued.to().node()))
                    .max(Comparator.comparing(StoredCaseFact.Queued::at).thenComparing(StoredCaseFact.Queued::position))
                    .map(StoredCaseFact.Queued::position)
                    .orElse(null);
        }

        /** Empty if the publisher is no participant that may take the step. */
        private static Optional<ReferralStep> step(ReferralFact.Issued issued, StoredCaseFact.Step step) {
            return Side.of(issued, step.type(), step.speaker())
                    .map(side -> new ReferralStep(step.id(), step.type(), side, step.at(), step.detail()));
        }
    }

    /**
     * @param now decides whether an appointment is past or to come
     */
    static CaseTimeline of(Collection<StoredCaseFact> facts, Instant now) {
        return new CaseTimeline(referrals(facts, now), nextFollowUp(facts));
    }

    private static List<Referral> referrals(Collection<StoredCaseFact> facts, Instant now) {
        Map<ReferralId, List<StoredCaseFact.Step>> steps = of(facts, StoredCaseFact.Step.class).stream()
                .collect(Collectors.groupingBy(StoredCaseFact.Step::referralId));
        List<StoredCaseFact.Queued> queued = of(facts, StoredCaseFact.Queued.class);
        Map<ReferralId, ReferralFact.Issued> issues = new HashMap<>();
        of(facts, StoredCaseFact.Issue.class)
                .forEach(issue -> issues.putIfAbsent(issue.fact().referralId(), issue.fact()));
        return issues.values().stream()
                .map(issue -> Referral.of(issue, steps.getOrDefault(issue.referralId(), List.of()), queued, now))
                .sorted(OPEN_AND_NEWEST_FIRST)
                .toList();
    }

    private static LocalDate nextFollowUp(Collection<StoredCaseFact> facts) {
        Instant closed = of(facts, StoredCaseFact.Closed.class).stream()
                .map(StoredCaseFact.Closed::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Set<FollowUpId> over = new HashSet<>();
        of(facts, StoredCaseFact.Over.class).forEach(fact -> over.add(fact.followUpId()));
        Map<FollowUpId, StoredCaseFact.Planned> latest = of(facts, StoredCaseFact.Planned.class).stream()
                .collect(Collectors.toMap(
                        StoredCaseFact.Planned::followUpId,
                        plan -> plan,
                        BinaryOperator.maxBy(Comparator.comparing(StoredCaseFact.Planned::at)
                                .thenComparing(StoredCaseFact.Planned::dueOn))));
        return latest.values().stream()
                .filter(plan -> plan.at().isAfter(closed) && !over.contains(plan.followUpId()))
                .map(StoredCaseFact.Planned::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <H extends StoredCaseFact> List<H> of(Collection<StoredCaseFact> facts, Class<H> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
