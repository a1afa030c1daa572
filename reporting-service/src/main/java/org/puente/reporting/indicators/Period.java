package org.puente.reporting.indicators;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, quarter, month or day of the calendar.
 *
 * @param text as it was requested
 * @param from first day
 * @param to last day
 */
record Period(String text, LocalDate from, LocalDate to) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?");

    /**
     * @param text may be null
     * @return empty if the text is no period
     */
    static Optional<Period> parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        try {
            if (parts.matches()) {
                Period period = of(text, Integer.parseInt(parts.group(1)), parts);
                if (period.from.getYear() >= FIRST_YEAR && period.to.getYear() <= LAST_YEAR) {
                    return Optional.of(period);
                }
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Period of(String text, int year, Matcher parts) {
        if (parts.group(2) != null) {
            YearMonth last = YearMonth.of(year, 3 * Integer.parseInt(parts.group(2)));
            return new Period(text, last.minusMonths(2).atDay(1), last.atEndOfMonth());
        }
        if (parts.group(3) == null) {
            return new Period(text, Year.of(year).atDay(1), LocalDate.of(year, 12, 31));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(3)));
        if (parts.group(4) == null) {
            return new Period(text, month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(parts.group(4)));
        return new Period(text, day, day);
    }
}
