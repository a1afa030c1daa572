package org.puente.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What every fact requires of its components, whichever node wrote it. */
final class Require {

    private static final String UUID_FORM = "00000000-0000-0000-0000-000000000000";

    /** The most elements of a list; a registry accepts a hundred. */
    private static final int MAX = 1000;

    private Require() {}

    static <T> T present(String component, T value) {
        if (value == null) {
            throw new IllegalArgumentException(component + " is missing");
        }
        return value;
    }

    /** In microseconds, as PostgreSQL keeps it: so the stored value equals the sent one. */
    static Instant instant(String component, Instant value) {
        return present(component, value).truncatedTo(ChronoUnit.MICROS);
    }

    /** The 36 characters of RFC 9562 section 4; UUID.fromString alone accepts shorter texts. */
    static UUID uuid(String text) {
        if (text == null || !isUuid(text)) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (UUID_FORM.charAt(i) == '-' ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * An unmodifiable copy; null becomes empty. Nobody has that many needs or languages: a list of
     * more than {@value #MAX} is meant to harm the fact's readers.
     */
    static <T> List<T> list(List<T> values) {
        if (values != null && values.size() > MAX) {
            throw new IllegalArgumentException("a list holds at most " + MAX);
        }
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
