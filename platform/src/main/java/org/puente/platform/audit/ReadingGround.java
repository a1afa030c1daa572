package org.puente.platform.audit;

import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** The reason for reading personal data, as the reader gives it. */
public final class ReadingGround {
    private ReadingGround() {}

    /**
     * @throws ProblemException invalid if the reason is more than a word: a text might name somebody
     */
    public static String word(String why) {
        if (!why.matches("[a-z0-9-]{1,60}")) {
            throw ProblemException.of(ProblemKind.INVALID, "why-is-a-word");
        }
        return why;
    }
}
