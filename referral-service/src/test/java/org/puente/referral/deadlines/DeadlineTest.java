package org.puente.referral.deadlines;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.contracts.Weekday.FRIDAY;
import static org.puente.contracts.Weekday.MONDAY;
import static org.puente.contracts.Weekday.THURSDAY;
import static org.puente.contracts.Weekday.TUESDAY;
import static org.puente.contracts.Weekday.WEDNESDAY;

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
    private static final Duration URGENT = Duration.ofHours(72);
    private static final Duration NORMAL = Duration.ofDays(14);
    private static final List<OpeningHours> WEEKDAYS =
            open("08:00", "16:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final List<OpeningHours> MONDAYS_AND_FRIDAYS = open("08:00", "16:00", MONDAY, FRIDAY);

    private static final Instant FRIDAY_10H = Instant.parse("2026-11-20T16:00:00Z");
    private static final Instant FRIDAY_17H = Instant.parse("2026-11-20T23:00:00Z");
    private static final Instant MONDAY_16H = Instant.parse("2026-11-23T22:00:00Z");

    private static List<OpeningHours> open(String opens, String closes, Weekday... days) {
        return List.of(new OpeningHours(List.of(days), LocalTime.parse(opens), LocalTime.parse(closes)));
    }

    private static Instant normal(Instant issuedAt, List<OpeningHours> schedule) {
        return Deadline.of(issuedAt, NORMAL, Priority.NORMAL, schedule, ZONE);
    }

    private static Instant urgent(Instant issuedAt, List<OpeningHours> schedule) {
        return Deadline.of(issuedAt, URGENT, Priority.URGENT, schedule, ZONE);
    }

    @Test
    void runsByTheClockWhereTheRecipientPublishesNoOpeningHours() {
        assertThat(urgent(FRIDAY_17H, List.of())).isEqualTo(FRIDAY_17H.plus(URGENT));
    }

    @Test
    void runsByTheClockWhereTheRecipientNamesNoDay() {
        assertThat(urgent(FRIDAY_17H, open("08:00", "16:00"))).isEqualTo(FRIDAY_17H.plus(URGENT));
    }

    @Test
    void fourteenDaysAreFourteenDaysAlsoAtAnOfficeThatOpensTwiceAWeek() {
        assertThat(normal(FRIDAY_17H, MONDAYS_AND_FRIDAYS)).isEqualTo(FRIDAY_17H.plus(NORMAL));
    }

    @Test
    void aDeadlineOnAClosedDayMovesToTheEndOfTheNextOpenOne() {
        Instant saturday = FRIDAY_17H.plus(1, DAYS);
        assertThat(normal(saturday, WEEKDAYS)).isEqualTo(MONDAY_16H.plus(14, DAYS));
    }

    @Test
    void aDeadlineOnAnOpenDayStaysAlsoAfterHours() {
        assertThat(urgent(FRIDAY_17H, WEEKDAYS)).isEqualTo(FRIDAY_17H.plus(URGENT));
    }

    @Test
    void noUrgentOneIsOverBeforeTheOfficeWasOpenForADay() {
        assertThat(urgent(FRIDAY_10H, WEEKDAYS)).isEqualTo(MONDAY_16H);
    }

    @Test
    void anUrgentOneToAnOfficeOfMondaysWaitsForTheMonday() {
        Instant tuesday = FRIDAY_10H.minus(3, DAYS);
        assertThat(urgent(tuesday, open("08:00", "16:00", MONDAY))).isEqualTo(MONDAY_16H);
    }

    @Test
    void anEmergencyDoesNotWaitForMonday() {
        Duration within = Duration.ofHours(24);
        assertThat(Deadline.of(FRIDAY_17H, within, Priority.EMERGENCY, WEEKDAYS, ZONE))
                .isEqualTo(FRIDAY_17H.plus(within));
    }

    @Test
    void aDayIsTheRecipientsNotTheClocks() {
        Instant fridayThere = Instant.parse("2026-11-21T02:00:00Z");
        assertThat(normal(fridayThere, WEEKDAYS)).isEqualTo(fridayThere.plus(NORMAL));
    }

    @Test
    void theLastOfADaysHoursEndsIt() {
        List<OpeningHours> twice = List.of(
                open("14:00", "18:00", MONDAY).getFirst(),
                open("08:00", "12:00", MONDAY).getFirst());
        assertThat(urgent(FRIDAY_10H, twice)).isEqualTo(MONDAY_16H.plus(Duration.ofHours(2)));
    }

    @Test
    void hoursPastMidnightBelongToTheDayThatOpenedThem() {
        List<OpeningHours> night = open("20:00", "06:00", MONDAY);
        Instant fridayFourInTheMorning = Instant.parse("2026-11-20T10:00:00Z");
        assertThat(urgent(fridayFourInTheMorning, night)).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void theNightAfterAnOpenDayIsNotClosed() {
        Instant tuesdayFourInTheMorning = Instant.parse("2026-11-10T10:00:00Z");
        assertThat(normal(tuesdayFourInTheMorning, open("20:00", "06:00", MONDAY)))
                .isEqualTo(tuesdayFourInTheMorning.plus(NORMAL));
    }
}
