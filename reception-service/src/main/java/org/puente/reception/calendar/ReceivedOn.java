package org.puente.reception.calendar;

import java.time.LocalDate;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * The day on which somebody's words came to a desk. A paper may have come days ago; the time to answer has run since. It
 * cannot be put off.
 */
public final class ReceivedOn {
    private ReceivedOn() {}

    /**
     * @param stated null for today
     * @throws ProblemException 400 if it is later than today, or before the return
     */
    public static LocalDate of(LocalDate stated, LocalDate returnedOn, LocalDate today) {
        if (stated == null) {
            return today;
        }
        if (stated.isAfter(today)) {
            throw ProblemException.invalid(FieldError.of("/receivedOn", "received-later-than-today"));
        }
        if (stated.isBefore(returnedOn)) {
            throw ProblemException.invalid(FieldError.of("/receivedOn", "received-before-return"));
        }
        return stated;
    }
}
