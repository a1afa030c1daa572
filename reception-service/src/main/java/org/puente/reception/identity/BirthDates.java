package org.puente.reception.identity;

import java.time.LocalDate;

/** Compares two birth dates as a desk would that knows how dates are mistyped. */
enum BirthDates {
    SAME,
    /** Day and month changed places: 3/4 and 4/3. */
    SWAPPED,
    /** One of year, month and day is another, the two others are the same. */
    ALMOST,
    DIFFERENT;

    /** A father and a son may share day and month; a year that far off is no typing error. */
    private static final int GENERATION = 12;

    static BirthDates compare(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return SAME;
        }
        boolean year = one.getYear() == other.getYear();
        boolean month = one.getMonthValue() == other.getMonthValue();
        boolean day = one.getDayOfMonth() == other.getDayOfMonth();
        if (year && one.getMonthValue() == other.getDayOfMonth() && one.getDayOfMonth() == other.getMonthValue()) {
            return SWAPPED;
        }
        if (year && (month || day)) {
            return ALMOST;
        }
        return month && day && Math.abs(one.getYear() - other.getYear()) < GENERATION ? ALMOST : DIFFERENT;
    }
}
