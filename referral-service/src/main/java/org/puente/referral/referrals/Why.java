package org.puente.referral.referrals;

import java.util.List;
import org.puente.platform.web.Refusal;

/** The ground of a reading of personal data, as a word for the audit. */
final class Why {
    static final String USUAL = "to-answer-the-referral";

    private Why() {}

    /**
     * @throws Refusal 400 where it is more than a word: a text might name somebody
     */
    static String word(String why) {
        if (!why.matches("[a-z0-9-]{1,60}")) {
            throw new Refusal(400, "why-is-a-word", List.of());
        }
        return why;
    }
}
