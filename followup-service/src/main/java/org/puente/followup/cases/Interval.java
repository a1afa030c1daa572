package org.puente.followup.cases;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * A length of time from the policy, in ISO 8601. Days or longer units ({@code P30D}, {@code P1Y})
 * count by the node's calendar; with hours or shorter units ({@code PT20S}, {@code P1DT12H}) it is
 * elapsed time.
 */
record Interval(String text, TemporalAmount amount) {

    /**
     * @throws IllegalArgumentException if the text is not an ISO 8601 duration above zero
     */
    static Interval parse(String text) {
        try {
            TemporalAmount amount = text.contains("T") ? Duration.parse(text) : Period.parse(text);
            if (Instant.EPOCH.isBefore(plus(Instant.EPOCH, amount, ZoneId.of("UTC")))) {
                return new Interval(text, amount);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text + " is no ISO 8601 duration", e);
        }
        throw new IllegalArgumentException(text + " is not above zero");
    }

    boolean countsDays() {
        return amount instanceof Period;
    }

    Instant after(Instant start, ZoneId zone) {
        return plus(start, amount, zone);
    }

    Instant before(Instant end, ZoneId zone) {
        return end.atZone(zone).minus(amount).toInstant();
    }

    private static Instant plus(Instant start, TemporalAmount amount, ZoneId zone) {
        return start.atZone(zone).plus(amount).toInstant();
    }
}
