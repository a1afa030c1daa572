package org.puente.referral.box;

import java.util.List;
import org.puente.platform.web.Refusal;

/** How a place in the log is told to clients. */
final class Cursor {
    private static final String FORM = "[0-9]{1,18}";

    private Cursor() {}

    static String of(long position) {
        return String.valueOf(position);
    }

    /**
     * @throws Refusal 400 if it is none of ours
     */
    static long position(String cursor) {
        if (!cursor.matches(FORM)) {
            throw unknown();
        }
        return Long.parseLong(cursor);
    }

    static Refusal unknown() {
        return new Refusal(400, "cursor-unknown", List.of());
    }
}
