package org.puente.reception.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.puente.platform.problems.ProblemException;

/** When an arrival may be closed, and under which day. Closing erases for good what is known of who did not come. */
final class ClosingRules {
    /** Days between the landing, or the expected time, and the day under which people are registered. */
    private static final int MAX_DAYS = 2;

    private ClosingRules() {}

    /**
     * @param came whether somebody was registered from the manifest
     * @param withoutParts whether the caller knows that parts of the manifest are missing
     * @throws ProblemException conflict if it may not be closed
     */
    static void mustBePossible(ExpectedArrival arrival, boolean came, boolean withoutParts, Instant now) {
        if (!came) { // who is registered must be accounted for, also if the arrival was cancelled
            arrival.mustStand();
        }
        if (arrival.announcement() == null) {
            throw ProblemException.conflict("arrival-lost");
        }
        boolean begun = came || arrival.isClosed() || arrival.landing() != null;
        if (!begun && arrival.expectedAt().isAfter(now)) { // everybody would count as absent, and be erased
            throw ProblemException.conflict("arrival-not-due");
        }
        if (!withoutParts && !arrival.isWhole() && !arrival.isClosed() && !arrival.isCancelled()) {
            throw ProblemException.conflict("arrival-parts-missing");
        }
    }

    /** The day of the landing, or else the expected one; people of an early flight are registered before that. */
    static LocalDate day(ExpectedArrival arrival, ZoneId zone, LocalDate today) {
        LocalDate day = arrival.landing() == null
                ? expectedOn(arrival, zone)
                : arrival.landing().returnedOn();
        return day.isAfter(today) ? today : day;
    }

    /** Whether people of the arrival may be registered under a day. */
    static boolean isNear(LocalDate day, ExpectedArrival arrival, ZoneId zone, LocalDate today) {
        boolean nearLanding =
                arrival.landing() != null && isNear(day, arrival.landing().returnedOn());
        return !day.isAfter(today) && (nearLanding || isNear(day, expectedOn(arrival, zone)));
    }

    private static LocalDate expectedOn(ExpectedArrival arrival, ZoneId zone) {
        return arrival.expectedAt().atZone(zone).toLocalDate();
    }

    private static boolean isNear(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= MAX_DAYS;
    }
}
