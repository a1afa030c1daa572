package org.puente.referral.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Priority;

/**
 * The deadline for the answer to a referral (ADR 025). The time to answer runs by the clock, on
 * closed days too. Where it ends on a day on which the recipient is closed, the deadline is the end
 * of the next day on which it is open. No deadline ends before the recipient was open for a whole
 * day. An emergency runs by the clock alone: a person in danger doesn't wait for Monday.
 */
public final class Deadline {
    /** An office that opens on one day of the week, and has opened today, opens again after seven days. */
    private static final int DAYS_AHEAD = 8;

    private final List<OpeningHours> schedule;
    private final ZoneId zone;

    private Deadline(List<OpeningHours> schedule, ZoneId zone) {
        this.schedule = schedule;
        this.zone = zone;
    }

    /**
     * @param within the time to answer
     * @param schedule when the recipient is open; where it names no day, all runs by the clock.
     *     Hours that close no later than they open go past midnight
     * @param zone the recipient's
     */
    public static Instant of(
            Instant issuedAt, Duration within, Priority priority, List<OpeningHours> schedule, ZoneId zone) {
        Instant due = issuedAt.plus(within);
        return priority == Priority.EMERGENCY ? due : new Deadline(schedule, zone).of(issuedAt, due);
    }

    private Instant of(Instant issuedAt, Instant due) {
        Instant onOpenDay = isOpenDay(due) ? due : endOfNextDayFrom(due).orElse(due);
        Instant afterWholeDay = endOfNextDayFrom(issuedAt).orElse(due);
        return onOpenDay.isAfter(afterWholeDay) ? onOpenDay : afterWholeDay;
    }

    /** Also in the night after an open day, where its hours go past midnight. */
    private boolean isOpenDay(Instant at) {
        LocalDate day = day(at);
        return openDays(day).findAny().isPresent()
                || openDays(day.minusDays(1)).anyMatch(open -> open.ends().isAfter(at));
    }

    /** The end of the first open day that opens at a moment or later; empty where there is none. */
    private Optional<Instant> endOfNextDayFrom(Instant from) {
        return day(from)
                .datesUntil(day(from).plusDays(DAYS_AHEAD))
                .flatMap(this::openDays)
                .filter(open -> !open.begins().isBefore(from))
                .map(OpenDay::ends)
                .findFirst();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The day from its first opening to its last closing; empty where the recipient is closed. */
    private Stream<OpenDay> openDays(LocalDate day) {
        return schedule.stream()
                .filter(hours -> hours.days().stream().anyMatch(d -> d.day() == day.getDayOfWeek()))
                .map(hours -> hours(day, hours))
                .reduce(OpenDay::and)
                .stream();
    }

    private OpenDay hours(LocalDate day, OpeningHours hours) {
        boolean pastMidnight = !hours.closes().isAfter(hours.opens());
        LocalDate closing = pastMidnight ? day.plusDays(1) : day;
        return new OpenDay(
                day.atTime(hours.opens()).atZone(zone).toInstant(),
                closing.atTime(hours.closes()).atZone(zone).toInstant());
    }

    private record OpenDay(Instant begins, Instant ends) {
        OpenDay and(OpenDay other) {
            return new OpenDay(
                    begins.isBefore(other.begins) ? begins : other.begins,
                    ends.isAfter(other.ends) ? ends : other.ends);
        }
    }
}
