package org.puente.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Reads days and instants as they stand in facts and requests: RFC 3339 with seconds, and at most
 * nine digits after them. Days go from 1900 to 9999, which means "for good"; instants from 1900 to
 * 2199. A time beyond these bounds is a mistake or malice. The schemas and other readers know years
 * of four digits only. Instants in UTC are read here, since the library's general way costs much.
 */
public final class Times {
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** To the microsecond, as PostgreSQL keeps it. */
    private static final Instant LAST = plain("2199-12-31T23:59:59.999999Z");

    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final String UTC = "0000-00-00T00:00:00";
    private static final String DAY = "0000-00-00";
    private static final int MAX_DIGITS = 9;
    private static final Pattern WITH_OFFSET =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
                    + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Times() {}

    /**
     * @throws DateTimeException if the text is no instant, or out of bounds
     */
    public static Instant instant(String text) {
        Instant instant = parse(text);
        if (isBeyond(instant)) {
            throw new DateTimeException("the instant is out of bounds");
        }
        return instant;
    }

    /**
     * @throws DateTimeException if the text is no day, or out of bounds
     */
    public static LocalDate day(String text) {
        if (text.length() != DAY.length() || !hasForm(text, DAY)) {
            throw new DateTimeException("the day is none");
        }
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        if (isBeyond(day)) {
            throw new DateTimeException("the day is out of bounds");
        }
        return day;
    }

    /** Whether it is out of bounds, so that no fact may hold it. */
    public static boolean isBeyond(Instant instant) {
        return instant.isBefore(FIRST) || instant.isAfter(LAST);
    }

    /** Whether it is out of bounds, so that no fact may hold it. */
    public static boolean isBeyond(LocalDate day) {
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
    }

    /**
     * The nearest instant within the bounds, for values that were stored before the bounds existed.
     */
    public static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    /** The nearest day within the bounds, for values that were stored before the bounds existed. */
    public static LocalDate within(LocalDate day) {
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }

    private static Instant parse(String text) {
        if (isPlain(text)) {
            return plain(text);
        }
        if (!WITH_OFFSET.matcher(text).matches()) {
            throw new DateTimeException("the instant is none");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /**
     * Whether the text is like {@code 2025-01-02T15:04:05.123456Z}, with up to nine digits or none.
     */
    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        if (end < UTC.length() || text.charAt(end) != 'Z' || !hasForm(text, UTC)) {
            return false;
        }
        int digits = end - UTC.length() - 1;
        if (digits == -1) {
            return true;
        }
        if (digits < 1 || digits > MAX_DIGITS || text.charAt(UTC.length()) != '.') {
            return false;
        }
        for (int i = UTC.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the text begins like the form: a digit for each zero, and every other character as it
     * is.
     */
    private static boolean hasForm(String text, String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != c) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        int nanos = 0;
        for (int i = 1; i <= MAX_DIGITS; i++) {
            int at = UTC.length() + i;
            nanos = 10 * nanos + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
