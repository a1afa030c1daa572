package org.puente.platform.persistence;

/** Many ids as one parameter of a statement, so that its text is the same for any number of them. */
public final class JsonIds {
    /** A subquery for the ids in {@code :ids}, a JSON array of UUIDs. */
    public static final String IDS =
            "(select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))";

    private JsonIds() {}
}
