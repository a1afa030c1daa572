package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayStateTest {
    private static final Instant DEADLINE = Instant.parse("2025-01-02T12:00:45Z");

    @Test
    void aReferralOfWhichNothingIsPublishedIsOpen() {
        assertThat(state().over()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referral.declined",
                "referral.redirected",
                "referral.cancelled",
                "referral.withdrawn",
                "referral.expired",
                "service.failed",
                "service.delivered"
            })
    void aReferralIsOverWithItsLastStep(String last) {
        assertThat(state(issued(), step(last)).over()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referral.acknowledged",
                "referral.reminded",
                "referral.waitlisted",
                "referral.accepted",
                "service.scheduled",
                "service.missed",
                "service.started"
            })
    void aReferralIsOpenBefore(String step) {
        assertThat(state(issued(), step(step)).over()).isZero();
    }

    @Test
    void anAnswerInTimeOpensAnExpiredReferral() {
        assertThat(state(issued(), step("referral.expired"), step("referral.accepted"))
                        .over())
                .isZero();
    }

    @Test
    void aReferralOfOthersIsNotCounted() {
        assertThat(state(Facts.issued("c", "foreign", DEADLINE)).referrals()).containsOnlyKeys("r");
    }

    @Test
    void aCaseIsUnplannedUntilAFollowUpIsPlanned() {
        assertThat(state().unplanned()).containsExactly("c");
        assertThat(state(planned("f")).unplanned()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent.withdrawn", "case.closed"})
    void whoAgreesNoMoreNeedsNoPlan(String type) {
        assertThat(state(Facts.of(type, "c")).unplanned()).isEmpty();
    }

    @Test
    void aFollowUpIsOpenUntilItIsCompleted() {
        assertThat(state(planned("f"), planned("g"), followUp("followup.completed", "f"))
                        .followUps())
                .containsOnlyKeys("g");
    }

    @Test
    void aMissedFollowUpIsOpenNoMore() {
        assertThat(state(planned("f"), followUp("followup.missed", "f")).followUps())
                .isEmpty();
    }

    @Test
    void theEndOfACaseEndsItsFollowUps() {
        assertThat(state(planned("f"), Facts.of("case.closed", "c")).followUps())
                .isEmpty();
    }

    @Test
    void aFollowUpThatIsDueBelongsToTheOfficeThatIsToVisit() {
        StreamedFact due = Facts.followUp("followup.due", "c", "f", "hnd-umar-sps");
        assertThat(state(planned("f"), due).followUps().get("f").office()).isEqualTo("hnd-umar-sps");
    }

    private static StreamedFact issued() {
        return Facts.issued("c", "r", DEADLINE);
    }

    private static StreamedFact step(String type) {
        return Facts.step(type, "c", "r");
    }

    private static StreamedFact planned(String id) {
        return Facts.planned("c", id, "gtm-igm", "2025-01-02");
    }

    private static StreamedFact followUp(String type, String id) {
        return Facts.followUp(type, "c", id, "gtm-igm");
    }

    private static PlayState state(StreamedFact... facts) {
        return PlayState.of(List.of("c"), List.of("r"), List.of(facts));
    }
}
