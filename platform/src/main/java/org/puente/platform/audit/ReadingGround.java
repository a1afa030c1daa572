package org.puente.platform.audit;

import java.util.List;
import org.puente.platform.web.ProblemException;

/** The reason for reading personal data, as the reader gives it. */
public final class ReadingGround {
    private ReadingGround() {}

    /**
     * @throws ProblemException 400 if the reason is more than a word: a text might name somebody
     */
    public static String word(String why) {
        if (!why.matches("[a-z0-9-]{1,60}")) {
            throw new ProblemException(400, "why-is-a-word", List.of());
        }
        return why;
    }
}
