package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times of RFC 3339; those in UTC without the library's general way, which costs much. */
final class Times {
    private static final String UTC = "0000-00-00T00:00:00";
    private static final int MOST_DIGITS = 9;

    private Times() {}

    /**
     * @throws java.time.DateTimeException if it is no time
     */
    static Instant parse(String text) {
        return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant();
    }

    /** Whether it is e.g. {@code 2025-01-02T15:04:05.123456Z}, with up to nine digits or none. */
    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        if (end < UTC.length() || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < UTC.length(); i++) {
            char form = UTC.charAt(i);
            if (form == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
                return false;
            }
        }
        int digits = end - UTC.length() - 1;
        if (digits == -1) {
            return true;
        }
        if (digits < 1 || digits > MOST_DIGITS || text.charAt(UTC.length()) != '.') {
            return false;
        }
        for (int i = UTC.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        int nanos = 0;
        for (int i = 1; i <= MOST_DIGITS; i++) {
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
