package org.puente.platform.testing;

import java.time.Duration;
import org.puente.contracts.AnswerWithin;

/** Times to answer, for offers in tests. */
public final class AnswerTimes {
    /** Inter-agency practice, and the shipped settings: 24 hours, 72 hours, 14 days. */
    public static final AnswerWithin USUAL =
            new AnswerWithin(Duration.ofHours(24), Duration.ofHours(72), Duration.ofDays(14));

    private AnswerTimes() {}
}
