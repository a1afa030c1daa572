package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Priority;
import org.puente.contracts.Weekday;

class DeadlineTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    private static final Instant FRIDAY_17H = Instant.parse("2026-11-20T23:00:00Z");
    private static final List<OpeningHours> WEEKDAYS =
            List.of(
                    new OpeningHours(
                            List.of(
                                    Weekday.MONDAY,
                                    Weekday.TUESDAY,
                                    Weekday.WEDNESDAY,
                                    Weekday.THURSDAY,
                                    Weekday.FRIDAY),
                            LocalTime.of(8, 0),
                            LocalTime.of(16, 0)));

    private static Instant due(Priority priority, Duration within, List<OpeningHours> schedule) {
        return Deadline.of(FRIDAY_17H, within, priority, schedule, ZONE);
    }

    @Test
    void runsByTheClockWhereTheRecipientDoesNotSayWhenItIsOpen() {
        assertThat(due(Priority.URGENT, Duration.ofHours(72), List.of()))
                .isEqualTo(FRIDAY_17H.plus(Duration.ofHours(72)));
    }

    @Test
    void countsWholeDaysInTheRecipientsWorkingDays() {
        assertThat(due(Priority.URGENT, Duration.ofHours(72), WEEKDAYS))
                .isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
    }

    @Test
    void anEmergencyDoesNotWaitForMonday() {
        assertThat(due(Priority.EMERGENCY, Duration.ofHours(24), WEEKDAYS))
                .isEqualTo(FRIDAY_17H.plus(Duration.ofHours(24)));
    }

    @Test
    void whatIsLessThanADayRunsByTheClock() {
        assertThat(due(Priority.NORMAL, Duration.ofHours(30), WEEKDAYS))
                .isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
    }

    @Test
    void aDayIsTheRecipientsNotTheClocks() {
        Instant saturdayInUtc = Instant.parse("2026-11-21T02:00:00Z");
        assertThat(Deadline.of(saturdayInUtc, Duration.ofDays(1), Priority.NORMAL, WEEKDAYS, ZONE))
                .isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
    }
}
