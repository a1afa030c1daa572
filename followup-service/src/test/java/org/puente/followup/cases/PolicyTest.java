package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.POLICY;
import static org.puente.followup.cases.Sample.REGISTERED_AT;
import static org.puente.followup.cases.Sample.RETURNED_ON;
import static org.puente.followup.cases.Sample.ZONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.CaseId;
import org.puente.contracts.Dimension;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Need;
import org.puente.contracts.PersonId;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact.Registered;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.platform.ids.Ids;

class PolicyTest {

    @Test
    void plansARegularCaseByTheRegularIntervals() {
        assertThat(POLICY.steps(false))
                .extracting(step -> step.after().text())
                .containsExactly("P30D", "P90D", "P180D", "P365D");
    }

    @Test
    void checksAHighRiskCaseInTheFirstDaysToo() {
        assertThat(POLICY.steps(true))
                .extracting(Policy.Step::kind)
                .containsExactly(
                        FollowUpKind.SAFETY_CHECK,
                        FollowUpKind.SAFETY_CHECK,
                        FollowUpKind.PLAN,
                        FollowUpKind.VISIT,
                        FollowUpKind.VISIT,
                        FollowUpKind.VISIT);
    }

    @Test
    void plansAnIntervalOfBothListsOnce() {
        Policy policy = Sample.policy(List.of("P7D", "P30D"), List.of("P3D", "P7D"));
        assertThat(policy.steps(true)).hasSize(3);
    }

    @Test
    void countsDaysFromTheStartOfTheDayOfReturn() {
        assertThat(times("P30D").dueAt()).isEqualTo("2026-02-09T06:00:00Z");
    }

    @Test
    void namesTheDayOnTheNodesCalendar() {
        // 20 hours after noon of the 10th is the morning of the 11th there.
        assertThat(times("PT20H").dueOn()).isEqualTo("2026-01-11");
    }

    @Test
    void countsElapsedTimeFromTheRegistration() {
        assertThat(times("PT20S").dueAt()).isEqualTo(REGISTERED_AT.plusSeconds(20));
    }

    @Test
    void opensSevenDaysBeforeTheDay() {
        assertThat(times("P30D").opensAt()).isEqualTo("2026-02-02T06:00:00Z");
    }

    @Test
    void opensNotInTheFirstHalfOfTheInterval() {
        assertThat(times("PT20S").opensAt()).isEqualTo(REGISTERED_AT.plusSeconds(10));
    }

    @Test
    void isMissedThirtyDaysAfterTheDay() {
        assertThat(times("P30D").closesAt()).isEqualTo("2026-03-11T06:00:00Z");
    }

    @Test
    void takesAChildForHighRisk() {
        assertThat(POLICY.highRisk(person(AgeGroup.FROM_12_TO_17, List.of(), List.of())))
                .isTrue();
    }

    @Test
    void takesAProfileOfTheConfigurationForHighRisk() {
        assertThat(POLICY.highRisk(person(AgeGroup.FROM_25_TO_59, List.of(Profile.PREGNANT), List.of())))
                .isTrue();
    }

    @Test
    void takesAnEmergencyForHighRisk() {
        Need need = new Need(Dimension.SOCIAL, "shelter", Priority.EMERGENCY);
        assertThat(POLICY.highRisk(person(AgeGroup.FROM_60, List.of(), List.of(need))))
                .isTrue();
    }

    @Test
    void takesNobodyElseForHighRisk() {
        Need need = new Need(Dimension.ECONOMIC, "employment", Priority.URGENT);
        assertThat(POLICY.highRisk(person(AgeGroup.FROM_18_TO_24, List.of(Profile.INDIGENOUS), List.of(need))))
                .isFalse();
    }

    private static Times times(String interval) {
        return POLICY.times(Interval.parse(interval), RETURNED_ON, REGISTERED_AT, ZONE);
    }

    private static Registered person(AgeGroup age, List<Profile> profiles, List<Need> needs) {
        return new Registered(
                new CaseId(Ids.next()),
                new InstitutionId("hnd-inm"),
                REGISTERED_AT,
                1,
                new PersonId(Ids.next()),
                RETURNED_ON,
                new ReceptionPointId("hnd-point"),
                "HND",
                "USA",
                Will.FORCED,
                null,
                null,
                null,
                age,
                Sex.FEMALE,
                null,
                profiles,
                List.of(),
                List.of(),
                needs,
                List.of(),
                null,
                0);
    }
}
