package org.puente.platform.audit;

import java.util.List;
import org.puente.platform.web.Refusal;

/** The ground of a reading of personal data, as its reader gives it. */
public final class Ground {
    private Ground() {}

    /**
     * @throws Refusal 400 where it is more than a word: a text might name somebody
     */
    public static String word(String why) {
        if (!why.matches("[a-z0-9-]{1,60}")) {
            throw new Refusal(400, "why-is-a-word", List.of());
        }
        return why;
    }
}
