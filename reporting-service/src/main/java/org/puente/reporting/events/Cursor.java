package org.puente.reporting.events;

import java.util.List;
import org.puente.platform.web.Refusal;

/** How a place in the event log is told to clients. */
public final class Cursor {
    private static final String FORM = "[0-9]{1,18}";

    private Cursor() {}

    public static String of(long position) {
        return String.valueOf(position);
    }

    /**
     * @throws Refusal 400 if it is none of ours
     */
    static long position(String cursor) {
        if (!cursor.matches(FORM)) {
            throw new Refusal(400, "cursor-unknown", List.of());
        }
        return Long.parseLong(cursor);
    }
}
