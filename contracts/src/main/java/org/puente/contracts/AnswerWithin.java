package org.puente.contracts;

import java.time.Duration;

/** The time that a recipient has to answer, by priority. */
public record AnswerWithin(Duration emergency, Duration urgent, Duration normal) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public AnswerWithin {
        positive("emergency", emergency);
        positive("urgent", urgent);
        positive("normal", normal);
    }

    public Duration of(Priority priority) {
        return switch (priority) {
            case EMERGENCY -> emergency;
            case URGENT -> urgent;
            case NORMAL -> normal;
        };
    }

    private static void positive(String component, Duration value) {
        if (!Require.present(component, value).isPositive() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(component + " must be up to a year");
        }
    }
}
