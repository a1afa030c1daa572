package org.puente.contracts;

/** Regular expressions of codes; the whole text must match. */
public final class Patterns {
    /** An id that people choose. */
    public static final String SLUG = "[a-z0-9][a-z0-9-]{0,62}";

    /** ISO 3166-1 alpha-3. */
    public static final String COUNTRY = "[A-Z]{3}";

    /** ISO 3166-2. */
    public static final String SUBDIVISION = "[A-Z]{2}-[A-Z0-9]{1,3}";

    /** ISO 639-3. */
    public static final String LANGUAGE = "[a-z]{3}";

    /** A carrier's number of a flight or bus. */
    public static final String REFERENCE = "[A-Z0-9][A-Z0-9-]{0,19}";

    /** E.164. */
    public static final String PHONE = "\\+[0-9]{6,15}";

    private Patterns() {}
}
