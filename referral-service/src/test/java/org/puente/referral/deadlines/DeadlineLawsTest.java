package org.puente.referral.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Priority;
import org.puente.contracts.Weekday;

/** In zones with and without summer time, over days on which the clocks change. */
class DeadlineLawsTest {
    private static final Duration WEEK_AND_A_DAY = Duration.ofDays(8);

    /** Mexico's northern border keeps summer time; Lord Howe's is of half an hour. */
    private static final List<ZoneId> ZONES = Stream.of("America/Guatemala", "America/Tijuana", "Australia/Lord_Howe")
            .map(ZoneId::of)
            .toList();

    record Office(List<OpeningHours> schedule, ZoneId zone) {
        boolean isOpenOn(LocalDate day) {
            return schedule.stream()
                    .flatMap(hours -> hours.days().stream())
                    .anyMatch(weekday -> weekday.day() == day.getDayOfWeek());
        }

        LocalDate day(Instant at) {
            return at.atZone(zone).toLocalDate();
        }

        Instant deadline(Instant issuedAt, Duration within, Priority priority) {
            return Deadline.of(issuedAt, within, priority, schedule, zone);
        }

        /** Whether it opened and closed for a day, all of it between two moments. */
        boolean wasOpenForADay(Instant from, Instant until) {
            return day(from)
                    .datesUntil(day(until).plusDays(1))
                    .anyMatch(day -> isOpenOn(day)
                            && schedule.stream().filter(h -> names(h, day)).allMatch(h -> lies(h, day, from, until)));
        }

        private static boolean names(OpeningHours hours, LocalDate day) {
            return hours.days().stream().anyMatch(w -> w.day() == day.getDayOfWeek());
        }

        private boolean lies(OpeningHours hours, LocalDate day, Instant from, Instant until) {
            Instant opens = day.atTime(hours.opens()).atZone(zone).toInstant();
            Instant closes = day.atTime(hours.closes()).atZone(zone).toInstant();
            return !opens.isBefore(from) && !closes.isAfter(until);
        }
    }

    @Property
    void neverBeforeTheTimeToAnswerIsOver(
            @ForAll("offices") Office office,
            @ForAll("moments") Instant issued,
            @ForAll("spans") Duration within,
            @ForAll Priority priority) {
        assertThat(office.deadline(issued, within, priority)).isAfterOrEqualTo(issued.plus(within));
    }

    @Property
    void neverLaterThanTheTimeToAnswerAndAWeekAndADay(
            @ForAll("offices") Office office,
            @ForAll("moments") Instant issued,
            @ForAll("spans") Duration within,
            @ForAll Priority priority) {
        assertThat(office.deadline(issued, within, priority))
                .isBeforeOrEqualTo(issued.plus(within).plus(WEEK_AND_A_DAY));
    }

    @Property
    void anEmergencyRunsByTheClock(
            @ForAll("offices") Office office, @ForAll("moments") Instant issued, @ForAll("spans") Duration within) {
        assertThat(office.deadline(issued, within, Priority.EMERGENCY)).isEqualTo(issued.plus(within));
    }

    @Property
    void neverOnAClosedDay(
            @ForAll("openOffices") Office office, @ForAll("moments") Instant issued, @ForAll("spans") Duration within) {
        Instant due = office.deadline(issued, within, Priority.NORMAL);
        assertThat(office.isOpenOn(office.day(due))).isTrue();
    }

    @Property
    void neverBeforeTheOfficeWasOpenForADay(
            @ForAll("openOffices") Office office, @ForAll("moments") Instant issued, @ForAll("spans") Duration within) {
        Instant due = office.deadline(issued, within, Priority.URGENT);
        assertThat(office.wasOpenForADay(issued, due)).isTrue();
    }

    @Property
    void whatIsIssuedLaterIsNeverDueOnAnEarlierDay(
            @ForAll("offices") Office office,
            @ForAll("moments") Instant issued,
            @ForAll("spans") Duration later,
            @ForAll("spans") Duration within) {
        LocalDate first = office.day(office.deadline(issued, within, Priority.NORMAL));
        LocalDate second = office.day(office.deadline(issued.plus(later), within, Priority.NORMAL));
        assertThat(second).isAfterOrEqualTo(first);
    }

    @Property
    void whoNamesNoDayHasTheTimeToAnswerAndNoMore(
            @ForAll("offices") Office office, @ForAll("moments") Instant issued, @ForAll("spans") Duration within) {
        Assume.that(office.schedule().stream().allMatch(hours -> hours.days().isEmpty()));
        assertThat(office.deadline(issued, within, Priority.NORMAL)).isEqualTo(issued.plus(within));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2025-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2028-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> spans() {
        return Arbitraries.integers().between(1, 60 * 24 * 60).map(Duration::ofMinutes);
    }

    @Provide
    Arbitrary<Office> offices() {
        return Combinators.combine(hours(0).list().ofMaxSize(3), Arbitraries.of(ZONES))
                .as(Office::new);
    }

    @Provide
    Arbitrary<Office> openOffices() {
        return Combinators.combine(hours(1).list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(ZONES))
                .as(Office::new);
    }

    private static Arbitrary<OpeningHours> hours(int fewestDays) {
        Arbitrary<Set<Weekday>> days = Arbitraries.of(Weekday.class).set().ofMinSize(fewestDays);
        Arbitrary<Integer> opens = Arbitraries.integers().between(0, 22);
        return Combinators.combine(days, opens)
                .flatAs((open, from) -> Arbitraries.integers()
                        .between(from + 1, 23)
                        .map(until ->
                                new OpeningHours(List.copyOf(open), LocalTime.of(from, 30), LocalTime.of(until, 30))));
    }
}
