package org.puente.registry.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.puente.contracts.Countries;
import org.puente.contracts.Patterns;
import org.puente.platform.problems.FieldError;

/** Collects all faults of a form, so that the editor gets them in one answer. */
final class Check {
    private static final int MAX_YEARS_AHEAD = 10;

    private static final Pattern SUBDIVISION = Pattern.compile(Patterns.SUBDIVISION);
    private static final Pattern SLUG = Pattern.compile(Patterns.SLUG);
    private static final Pattern LANGUAGE = Pattern.compile(Patterns.LANGUAGE);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LIST = 100;

    private final List<FieldError> faults = new ArrayList<>();

    List<FieldError> faults() {
        return faults;
    }

    void fault(String pointer, String code, Object... args) {
        faults.add(FieldError.of(pointer, code, args));
    }

    /**
     * @return whether there is a value, which then needs further checks
     */
    boolean present(String pointer, Object value) {
        if (value == null) {
            fault(pointer, "missing");
        }
        return value != null;
    }

    /** A public name; null passes. */
    void name(String pointer, String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
            fault(pointer, "not-a-name");
        } else if (text.length() > LONGEST_NAME) {
            fault(pointer, "too-long", LONGEST_NAME);
        }
    }

    void slug(String pointer, String text) {
        matches(pointer, text, SLUG, "not-a-slug");
    }

    /** ISO 3166-1 alpha-3. */
    void country(String pointer, String text) {
        if (!Countries.exists(text)) {
            fault(pointer, "not-a-country");
        }
    }

    /**
     * A country, or the form of ISO 3166-2 with an existing country: the subdivision itself is not
     * looked up.
     */
    void area(String pointer, String text) {
        if (!Countries.exists(SUBDIVISION.matcher(text).matches() ? Countries.of(text) : text)) {
            fault(pointer, "not-an-area");
        }
    }

    /** ISO 639-3; only the form is checked, since the standard has about 7,900 codes. */
    void language(String pointer, String text) {
        matches(pointer, text, LANGUAGE, "not-a-language");
    }

    /** Null passes. */
    void matches(String pointer, String text, Pattern pattern, String code) {
        if (text != null && !pattern.matcher(text).matches()) {
            fault(pointer, code);
        }
    }

    /** Null passes. */
    void within(String pointer, Integer number, int min, int max) {
        if (number != null && (number < min || number > max)) {
            fault(pointer, "out-of-range", min, max);
        }
    }

    /** Null passes. */
    void notAfter(String pointer, LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            fault(pointer, "in-the-future");
        }
    }

    /** Refuses a day too far ahead, which must be a mistake. Null passes. */
    void atMostYearsAhead(String pointer, LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today.plusYears(MAX_YEARS_AHEAD))) {
            fault(pointer, "too-far-ahead", MAX_YEARS_AHEAD);
        }
    }

    /** Checks each element, and refuses null elements and repeats; null passes. */
    <T> void each(String pointer, List<T> values, BiConsumer<String, T> check) {
        if (values == null) {
            return;
        }
        if (values.size() > LONGEST_LIST) {
            fault(pointer, "too-many", LONGEST_LIST);
            return;
        }
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            String at = pointer + "/" + i;
            if (!present(at, value)) {
                continue;
            }
            if (!seen.add(value)) {
                fault(at, "repeated");
            }
            check.accept(at, value);
        }
    }

    /** For codes, which their type already checks: refuses only null elements and repeats. */
    <T> void each(String pointer, List<T> values) {
        each(pointer, values, (at, value) -> {});
    }
}
