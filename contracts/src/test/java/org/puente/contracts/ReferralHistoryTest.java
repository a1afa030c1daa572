package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.puente.contracts.ReferralStatus.ACCEPTED;
import static org.puente.contracts.ReferralStatus.ACKNOWLEDGED;
import static org.puente.contracts.ReferralStatus.CANCELLED;
import static org.puente.contracts.ReferralStatus.DECLINED;
import static org.puente.contracts.ReferralStatus.EXPIRED;
import static org.puente.contracts.ReferralStatus.FAILED;
import static org.puente.contracts.ReferralStatus.ISSUED;
import static org.puente.contracts.ReferralStatus.MISSED;
import static org.puente.contracts.ReferralStatus.REDIRECTED;
import static org.puente.contracts.ReferralStatus.SCHEDULED;
import static org.puente.contracts.ReferralStatus.STARTED;
import static org.puente.contracts.ReferralStatus.WAITLISTED;
import static org.puente.contracts.ReferralStatus.WITHDRAWN;
import static org.puente.contracts.Side.ISSUER;
import static org.puente.contracts.Side.RECIPIENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferralHistoryTest {

    private static final Instant DEADLINE = Instant.parse("2025-01-16T12:00:00Z");
    private static final Instant IN_TIME = DEADLINE.minus(Duration.ofDays(1));
    private static final Instant LATE = DEADLINE.plusSeconds(1);

    @Test
    void aReferralOfWhichNothingCountsIsIssued() {
        assertThat(of().status()).isEqualTo(ISSUED);
    }

    @Test
    void anAnswerGivenAtTheDeadlineCounts() {
        assertThat(of(step(ISSUED, ISSUER, IN_TIME), step(ACCEPTED, RECIPIENT, DEADLINE))
                        .status())
                .isEqualTo(ACCEPTED);
    }

    @Test
    void anAnswerGivenAfterTheDeadlineIsIgnored() {
        assertThat(of(step(ISSUED, ISSUER, IN_TIME), step(DECLINED, RECIPIENT, LATE))
                        .status())
                .isEqualTo(ISSUED);
    }

    @Test
    void anAnswerInTimeOutranksAnExpiryThatArrivedBeforeIt() {
        assertThat(of(step(EXPIRED, ISSUER, LATE))
                        .add(step(ACCEPTED, RECIPIENT, IN_TIME))
                        .status())
                .isEqualTo(ACCEPTED);
    }

    @Test
    void oneWhoWasWaitlistedInTimeMayBeAcceptedAfterTheDeadline() {
        ReferralStep accepted = step(ACCEPTED, RECIPIENT, LATE);
        assertThat(of(step(WAITLISTED, RECIPIENT, IN_TIME)).decide(accepted)).isEqualTo(new Decision.Permitted());
    }

    @Test
    void anAcceptanceThatArrivesBeforeItsWaitlistingCountsOnceThatIsThere() {
        ReferralHistory early = of(step(ACCEPTED, RECIPIENT, LATE));
        assertThat(early.add(step(WAITLISTED, RECIPIENT, IN_TIME)).status()).isEqualTo(ACCEPTED);
    }

    @Test
    void refusesAnAnswerAfterItsDeadlineAndNamesWhatIsOpen() {
        ReferralHistory issued = of(step(ISSUED, ISSUER, IN_TIME));
        assertThat(issued.decide(step(ACCEPTED, RECIPIENT, LATE)))
                .isEqualTo(new Decision.TooLate(DEADLINE, ISSUED, Set.of(ACKNOWLEDGED, WITHDRAWN)));
    }

    @Test
    void doesNotExpireBeforeTheDeadlineHasPassed() {
        ReferralHistory issued = of(step(ISSUED, ISSUER, IN_TIME));
        assertThat(issued.decide(step(EXPIRED, ISSUER, DEADLINE)))
                .isEqualTo(new Decision.NotOpen(ISSUED, Set.of(CANCELLED, WITHDRAWN)));
    }

    @Test
    void ofEqualRankTheLaterStands() {
        ReferralHistory history =
                of(step(SCHEDULED, RECIPIENT, IN_TIME.plusSeconds(2)), step(MISSED, RECIPIENT, IN_TIME.plusSeconds(1)));
        assertThat(history.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void ofEqualRankAndTimeTheLargerIdStands() {
        ReferralStep declined = step("7fffffff", DECLINED);
        ReferralStep redirected = step("80000000", REDIRECTED);
        assertThat(of(declined, redirected).status()).isEqualTo(REDIRECTED);
    }

    @Test
    void refusesAStepOfEqualRankThatIsNotLater() {
        ReferralHistory scheduled = of(step(SCHEDULED, RECIPIENT, IN_TIME));
        assertThat(scheduled.decide(step(MISSED, RECIPIENT, IN_TIME))).isInstanceOf(Decision.NotOpen.class);
    }

    @Test
    void nobodyMissesAnAppointmentThatIsStillToCome() {
        Instant appointment = IN_TIME.plusSeconds(60);
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, appointment.toString()));
        assertThat(scheduled.decide(step(MISSED, RECIPIENT, IN_TIME.plusSeconds(59))))
                .isEqualTo(new Decision.TooEarly(
                        appointment, SCHEDULED, scheduled.openSteps(RECIPIENT, IN_TIME.plusSeconds(59))));
    }

    @Test
    void nothingFailsForANoShowBeforeTheAppointment() {
        Instant appointment = IN_TIME.plusSeconds(60);
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, appointment.toString()));
        assertThat(scheduled.decide(detailed(FAILED, appointment.minusSeconds(1), "no-show")))
                .isInstanceOf(Decision.TooEarly.class);
        assertThat(scheduled.decide(detailed(FAILED, appointment, "no-show"))).isEqualTo(new Decision.Permitted());
        assertThat(scheduled.decide(detailed(FAILED, appointment.minusSeconds(1), "unreachable")))
                .isEqualTo(new Decision.Permitted());
    }

    @Test
    void anAppointmentMayBeMissedFromItsTimeOn() {
        Instant appointment = IN_TIME.plusSeconds(60);
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, appointment.toString()));
        assertThat(scheduled.decide(step(MISSED, RECIPIENT, appointment))).isEqualTo(new Decision.Permitted());
    }

    @Test
    void aReaderWhoseClockIsBeforeTheAppointmentDoesNotBelieveThatItWasMissed() {
        Instant appointment = IN_TIME.plusSeconds(60);
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, appointment.toString()));
        ReferralStep missed = step(MISSED, RECIPIENT, appointment.plusSeconds(1));
        assertThat(scheduled.isTooEarly(missed)).isFalse();
        assertThat(scheduled.isTooEarly(missed, appointment.minusSeconds(1))).isTrue();
        assertThat(scheduled.isTooEarly(missed, appointment)).isFalse();
    }

    @Test
    void toMissAnAppointmentIsNoOpenStepBeforeItsTime() {
        Instant appointment = IN_TIME.plusSeconds(60);
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, appointment.toString()));
        assertThat(scheduled.openSteps(RECIPIENT, IN_TIME.plusSeconds(59))).doesNotContain(MISSED);
        assertThat(scheduled.openSteps(RECIPIENT, appointment)).contains(MISSED);
    }

    @Test
    void theSameFactAgainIsAlreadyThere() {
        ReferralStep started = step(STARTED, RECIPIENT, IN_TIME);
        assertThat(of(started).decide(step(STARTED, RECIPIENT, LATE))).isEqualTo(new Decision.AlreadyThere(started));
    }

    @Test
    void theSameIdAgainIsAlreadyThereHoweverFarThingsWent() {
        ReferralStep accepted = step(ACCEPTED, RECIPIENT, IN_TIME);
        assertThat(of(accepted, step(STARTED, RECIPIENT, IN_TIME)).decide(accepted))
                .isEqualTo(new Decision.AlreadyThere(accepted));
    }

    @Test
    void anotherReasonIsNotTheSameFact() {
        ReferralHistory declined = of(detailed(DECLINED, IN_TIME, "no-capacity"));
        assertThat(declined.decide(detailed(DECLINED, IN_TIME, "not-eligible")))
                .isEqualTo(new Decision.NotOpen(DECLINED, Set.of()));
    }

    @Test
    void anotherAppointmentIsPermitted() {
        ReferralHistory scheduled = of(detailed(SCHEDULED, IN_TIME, "2025-01-10T15:00:00Z"));
        assertThat(scheduled.decide(detailed(SCHEDULED, LATE, "2025-01-20T15:00:00Z")))
                .isEqualTo(new Decision.Permitted());
    }

    @Test
    void cannotHoldAStepFromTheWrongSide() {
        ReferralStep wrong = step(ACCEPTED, ISSUER, IN_TIME);
        assertThatThrownBy(() -> of(wrong)).hasMessage("accepted is no step of the issuer");
    }

    @Test
    void refusesToMergeHistoriesOfDifferentDeadlines() {
        ReferralHistory other = new ReferralHistory(LATE, Set.of());
        assertThatThrownBy(() -> of().merge(other)).hasMessage("answerBy differs");
    }

    @Test
    void keepsTimesInMicroseconds() {
        assertThat(step(ISSUED, ISSUER, IN_TIME.plusNanos(1)).at()).isEqualTo(IN_TIME);
    }

    private static ReferralHistory of(ReferralStep... steps) {
        return new ReferralHistory(DEADLINE, Set.of(steps));
    }

    private static ReferralStep step(ReferralStatus type, Side side, Instant at) {
        return new ReferralStep(UUID.randomUUID(), type, side, at, "");
    }

    private static ReferralStep step(String start, ReferralStatus type) {
        UUID id = UUID.fromString(start + "-0000-7000-8000-000000000000");
        return new ReferralStep(id, type, RECIPIENT, IN_TIME, "");
    }

    private static ReferralStep detailed(ReferralStatus type, Instant at, String detail) {
        return new ReferralStep(UUID.randomUUID(), type, RECIPIENT, at, detail);
    }
}
