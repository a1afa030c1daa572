package org.puente.registry.forms;

import java.time.DateTimeException;
import java.time.Duration;
import org.puente.contracts.AnswerWithin;

/** The times within which an offer's institution answers, by priority; ISO 8601, e.g. {@code PT24H}. */
public record AnswerWithinForm(String emergency, String urgent, String normal) {

    private static final Duration LONGEST = Duration.ofDays(90);

    void check(Check check, String at) {
        Duration first = duration(check, at + "/emergency", emergency);
        Duration second = duration(check, at + "/urgent", urgent);
        Duration third = duration(check, at + "/normal", normal);
        if (first != null && second != null && first.compareTo(second) > 0) {
            check.fault(at + "/urgent", "sooner-than-more-pressing");
        }
        if (second != null && third != null && second.compareTo(third) > 0) {
            check.fault(at + "/normal", "sooner-than-more-pressing");
        }
    }

    private static Duration duration(Check check, String at, String text) {
        if (!check.present(at, text)) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // The fault is added below, as for a duration that is too long.
        }
        check.fault(at, "not-a-duration", LONGEST.toDays());
        return null;
    }

    AnswerWithin answerWithin() {
        return new AnswerWithin(Duration.parse(emergency), Duration.parse(urgent), Duration.parse(normal));
    }
}
