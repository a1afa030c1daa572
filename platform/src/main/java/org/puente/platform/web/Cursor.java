package org.puente.platform.web;

import java.util.List;

/** How a place in a log is told to clients. */
public final class Cursor {
    private static final String FORM = "[0-9]{1,18}";

    private Cursor() {}

    public static String of(long position) {
        return String.valueOf(position);
    }

    /**
     * @throws Refusal 400 if it is none of ours
     */
    public static long position(String cursor) {
        if (!cursor.matches(FORM)) {
            throw unknown();
        }
        return Long.parseLong(cursor);
    }

    public static Refusal unknown() {
        return new Refusal(400, "cursor-unknown", List.of());
    }
}
