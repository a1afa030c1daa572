package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingWorkTest {
    private static final Instant END = Instant.parse("2025-01-02T12:10:00Z");
    private static final Instant BEFORE_THE_END = END.minusSeconds(60);
    private static final Instant AFTER_THE_END = END.plusSeconds(60);

    @Test
    void nothingIsAwaitedWhenAllIsOver() {
        PendingWork pending = pending(
                planned("gtm-igm", "2025-01-02"),
                Facts.followUp("followup.completed", "c", "f", "gtm-igm"),
                Facts.issued("c", "r", BEFORE_THE_END),
                Facts.step("referral.declined", "c", "r"));
        assertThat(pending.isNothing()).isTrue();
    }

    @Test
    void aReferralIsAwaitedUntilItsDeadline() {
        PendingWork pending = pending(Facts.issued("c", "r", BEFORE_THE_END));
        assertThat(pending.referrals()).containsOnlyKeys("r");
        assertThat(pending.latest()).isEqualTo(BEFORE_THE_END);
    }

    @Test
    void aReferralThatExpiresAfterThePlayIsNotAwaited() {
        assertThat(pending(Facts.issued("c", "r", AFTER_THE_END)).referrals()).isEmpty();
    }

    @Test
    void aReferralThatIsAnsweredIsAwaitedWhateverItsDeadline() {
        PendingWork pending = pending(Facts.issued("c", "r", AFTER_THE_END), Facts.step("referral.accepted", "c", "r"));
        assertThat(pending.referrals()).containsEntry("r", "accepted");
    }

    @Test
    void aReferralOfWhichNothingIsPublishedIsAwaited() {
        assertThat(pending().referrals()).containsEntry("r", "issued");
    }

    @Test
    void aFollowUpOfTheDayIsAwaited() {
        assertThat(pending(planned("gtm-igm", "2025-01-02")).followUps()).containsEntry("f", "gtm-igm");
    }

    @Test
    void aFollowUpOfAnotherDayIsNotAwaited() {
        assertThat(pending(planned("gtm-igm", "2025-01-03")).followUps()).isEmpty();
    }

    @Test
    void aVisitByAnOfficeThatIsNotPlayedIsNotAwaited() {
        assertThat(pending(planned("gtm-other", "2025-01-02")).followUps()).isEmpty();
    }

    @Test
    void tellsWhatIsAwaited() {
        assertThat(pending(planned("gtm-igm", "2025-01-02")).lines())
                .containsExactly("1 open referrals: r (issued)", "1 open follow-ups: f (gtm-igm)");
    }

    @Test
    void tellsTheIdsOfSomeOfMany() {
        PlayState state = PlayState.of(List.of("a", "b", "c", "d", "e", "f"), List.of(), List.of());
        assertThat(PendingWork.of(state, Set.of(), END).lines().getFirst())
                .startsWith("6 cases without a plan of follow-ups: ")
                .endsWith(", …");
    }

    private static StreamedFact planned(String office, String dueOn) {
        return Facts.planned("c", "f", office, dueOn);
    }

    private static PendingWork pending(StreamedFact... facts) {
        return PendingWork.of(PlayState.of(List.of("c"), List.of("r"), List.of(facts)), Set.of("gtm-igm"), END);
    }
}
