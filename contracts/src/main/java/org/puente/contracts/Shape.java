package org.puente.contracts;

import java.util.List;
import java.util.regex.Pattern;

/** The patterns that texts in facts must match, so that no fact holds free text. */
enum Shape {
    SLUG(Patterns.SLUG),
    NODE("[a-z][a-z0-9-]{1,30}"),
    COUNTRY(Patterns.COUNTRY),
    SUBDIVISION(Patterns.SUBDIVISION),
    /** A country or a subdivision. */
    AREA(Patterns.COUNTRY + "|" + Patterns.SUBDIVISION),
    LANGUAGE(Patterns.LANGUAGE),
    REFERENCE(Patterns.REFERENCE),
    /** IANA time zone. */
    TIMEZONE("[A-Z][A-Za-z_]{1,30}(/[A-Z][A-Za-z_]{1,30}){0,2}"),
    /** A year, quarter, month or day. */
    PERIOD("[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"),
    /** A value of a breakdown: a code, a slug or an area. */
    CELL("[A-Za-z0-9][A-Za-z0-9+-]{0,62}"),
    BASE64URL("[A-Za-z0-9_-]{1,1024}"),
    KEY_ID("[A-Za-z0-9][A-Za-z0-9._-]{0,62}"),
    /**
     * RFC 7516 section 3.1, compact serialisation: five parts. The encrypted key may not be empty
     * here.
     */
    JWE("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){4}") {
        /** Without the regular expression: a dossier has thousands of characters, and every reader asks this. */
        @Override
        boolean fits(String text) {
            return text != null && CompactJwe.fits(text);
        }
    },
    PHONE(Patterns.PHONE),
    EMAIL("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}"),
    /** The public name of an office or a service. */
    TITLE("[^\\u0000-\\u001f\\u007f]{1,200}");

    private final Pattern pattern;

    Shape(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** The regular expression that the whole text must match. */
    String regex() {
        return pattern.pattern();
    }

    boolean fits(String text) {
        return text != null && pattern.matcher(text).matches();
    }

    /** Returns the text. The error never repeats the text, since that may be anything. */
    String require(String component, String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(component + " must match " + regex());
        }
        return text;
    }

    /** As {@link #require}, but null is allowed. */
    String allow(String component, String text) {
        return text == null ? null : require(component, text);
    }

    /** A copy in which each text fits; null becomes empty. */
    List<String> each(String component, List<String> texts) {
        List<String> copy = Require.list(texts);
        copy.forEach(text -> require(component, text));
        return copy;
    }
}
