package org.puente.followup.cases;

import static org.puente.contracts.FollowUpKind.PLAN;
import static org.puente.contracts.FollowUpKind.SAFETY_CHECK;
import static org.puente.contracts.FollowUpKind.VISIT;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.Code;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;

/**
 * Decides when a person is visited. Each node configures all of it. A reintegration plan within a
 * month of the return is from IOM's Reintegration Handbook; the other defaults have no source.
 */
@Singleton
class Policy {
    private final List<Interval> regular;
    private final List<Interval> highRisk;
    private final Set<Profile> highRiskProfiles;
    private final Interval early;
    private final Interval missedAfter;

    /**
     * @param regular intervals for everybody; the first is for the reintegration plan
     * @param highRisk further intervals for high-risk cases; children count as high risk
     * @param highRiskProfiles profiles that make a case a high-risk case
     * @param early how long before the due time a visit counts for a follow-up
     * @param missedAfter how long after the due time a follow-up is missed
     */
    Policy(
            @ConfigProperty(name = "puente.policy.followup.intervals") List<String> regular,
            @ConfigProperty(name = "puente.policy.followup.high-risk-intervals") List<String> highRisk,
            @ConfigProperty(name = "puente.policy.followup.high-risk-profiles") List<String> highRiskProfiles,
            @ConfigProperty(name = "puente.policy.followup.early") String early,
            @ConfigProperty(name = "puente.policy.followup.missed-after") String missedAfter) {
        this.regular = regular.stream().map(Interval::parse).toList();
        this.highRisk = highRisk.stream().map(Interval::parse).toList();
        this.highRiskProfiles = highRiskProfiles.stream()
                .map(code -> Code.of(Profile.class, code))
                .collect(Collectors.toUnmodifiableSet());
        this.early = Interval.parse(early);
        this.missedAfter = Interval.parse(missedAfter);
    }

    /** One follow-up of a plan. */
    record Step(FollowUpKind kind, Interval after) {}

    /** The follow-ups of a plan; an interval in both lists gives one regular follow-up. */
    List<Step> steps(boolean highRiskCase) {
        Map<String, Step> steps = new LinkedHashMap<>();
        if (highRiskCase) {
            highRisk.forEach(after -> steps.put(after.text(), new Step(SAFETY_CHECK, after)));
        }
        for (Interval after : regular) {
            FollowUpKind kind = after.equals(regular.getFirst()) ? PLAN : VISIT;
            steps.put(after.text(), new Step(kind, after));
        }
        return List.copyOf(steps.values());
    }

    /**
     * Whether a case needs visits in the first days: a child, a configured profile, or a need that
     * is an emergency.
     */
    boolean highRisk(ReturnFact.WholeState state) {
        return state.ageGroup().child()
                || state.profiles().stream().anyMatch(highRiskProfiles::contains)
                || state.needs().stream().anyMatch(need -> need.urgency() == Priority.EMERGENCY);
    }

    /**
     * The times of one follow-up. Days count from the day of the return, elapsed time from the
     * registration. It opens shortly before the due time, but never in the first half of the
     * interval: a visit on the first day shows nothing about the third.
     */
    Times times(Interval after, LocalDate returnedOn, Instant registeredAt, ZoneId zone) {
        Instant start = after.countsDays() ? returnedOn.atStartOfDay(zone).toInstant() : registeredAt;
        Instant due = after.after(start, zone);
        Instant half = start.plus(Duration.between(start, due).dividedBy(2));
        Instant opens = early.before(due, zone);
        return new Times(
                opens.isBefore(half) ? half : opens, due, LocalDate.ofInstant(due, zone), missedAfter.after(due, zone));
    }
}
