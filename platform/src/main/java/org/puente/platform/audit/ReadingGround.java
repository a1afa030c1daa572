package org.puente.platform.audit;

import java.util.List;
import org.puente.platform.web.ProblemException;

/** The ground of a reading of personal data, as its reader gives it. */
public final class ReadingGround {
    private ReadingGround() {}

    /**
     * @throws ProblemException 400 where it is more than a word: a text might name somebody
     */
    public static String word(String why) {
        if (!why.matches("[a-z0-9-]{1,60}")) {
            throw new ProblemException(400, "why-is-a-word", List.of());
        }
        return why;
    }
}
