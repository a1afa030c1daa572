package org.puente.contracts;

import java.time.Instant;
import java.util.List;

/** Stream {@code reports}: what the Secretariat published. */
public sealed interface ReportFact extends Fact {

    /**
     * The indicators of a period; a higher revision replaces a lower one.
     *
     * @param period year, quarter, month or day, e.g. {@code 2025}, {@code 2025-Q1}, {@code
     *     2025-01}
     * @param revision counts from 1
     */
    record Published(String period, int revision, List<IndicatorRow> rows, Instant publishedAt) implements ReportFact {
        public Published {
            Shape.PERIOD.require("period", period);
            Require.atLeast(1, "revision", revision);
            rows = rows == null ? List.of() : List.copyOf(rows);
            publishedAt = Require.instant("publishedAt", publishedAt);
        }

        @Override
        public String subject() {
            return period;
        }
    }
}
