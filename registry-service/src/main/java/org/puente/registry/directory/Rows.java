package org.puente.registry.directory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads instants from native queries, whose columns no entity declares. */
final class Rows {
    private Rows() {}

    /** Microseconds since 1970, which {@link #instant} reads. */
    static String micros(String column) {
        return " cast(extract(epoch from " + column + ") * 1000000 as bigint)";
    }

    static Instant instant(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }
}
