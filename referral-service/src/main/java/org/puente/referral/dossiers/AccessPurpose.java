package org.puente.referral.dossiers;

import org.puente.platform.audit.ReadingGround;
import org.puente.platform.problems.ProblemException;

/** The ground of a reading of personal data, as a word for the audit. */
public final class AccessPurpose {
    public static final String USUAL = "to-answer-the-referral";

    private AccessPurpose() {}

    /**
     * @throws ProblemException invalid where it is more than a word: a text might name somebody
     */
    public static String word(String why) {
        return ReadingGround.word(why);
    }
}
