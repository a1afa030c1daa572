package org.puente.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What every fact asks of its components, whoever wrote it. */
final class Require {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Require() {}

    static <T> T present(String component, T value) {
        if (value == null) {
            throw new IllegalArgumentException(component + " is missing");
        }
        return value;
    }

    /** In microseconds, as PostgreSQL keeps it: what is stored then equals what was sent. */
    static Instant instant(String component, Instant value) {
        return present(component, value).truncatedTo(ChronoUnit.MICROS);
    }

    /** The 36 characters of RFC 9562 section 4; UUID.fromString alone takes shorter ones. */
    static UUID uuid(String text) {
        if (text == null || !UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    /** An unmodifiable copy; null becomes empty. */
    static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    static int atLeast(int least, String component, int value) {
        if (value < least) {
            throw new IllegalArgumentException(component + " must be at least " + least);
        }
        return value;
    }

    /** As {@link #atLeast(int, String, int)}, but null passes. */
    static Integer atLeastOrNull(int least, String component, Integer value) {
        return value == null ? null : atLeast(least, component, value);
    }
}
