package org.puente.referral.referrals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Priority;

/**
 * Until when a referral is to be answered. Where the recipient publishes when it is open, whole
 * days are counted in its working days; what is less than a day, and every emergency, runs by the
 * clock: a person in danger doesn't wait for Monday (ADR 014).
 */
final class Deadline {
    private Deadline() {}

    /**
     * @param within the time to answer
     * @param schedule when the recipient is open; empty where it doesn't say
     * @param zone the recipient's
     */
    static Instant of(
            Instant issuedAt,
            Duration within,
            Priority priority,
            List<OpeningHours> schedule,
            ZoneId zone) {
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        schedule.forEach(hours -> hours.days().forEach(day -> open.add(day.day())));
        if (priority == Priority.EMERGENCY || open.isEmpty()) {
            return issuedAt.plus(within);
        }
        ZonedDateTime due = issuedAt.atZone(zone);
        for (long days = within.toDays(); days > 0; days--) {
            do {
                due = due.plusDays(1);
            } while (!open.contains(due.getDayOfWeek()));
        }
        return due.toInstant().plus(within.minusDays(within.toDays()));
    }
}
