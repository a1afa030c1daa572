package org.puente.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How long each of many took, in milliseconds. */
record Latencies(double[] sorted) {
    static Latencies of(Collection<Duration> all) {
        double[] millis = all.stream().mapToDouble(one -> one.toNanos() / 1e6).toArray();
        if (millis.length == 0) {
            throw new IllegalStateException("nothing arrived");
        }
        Arrays.sort(millis);
        return new Latencies(millis);
    }

    /** From the begin of each to its end. */
    static Latencies between(Map<UUID, Instant> begins, Map<UUID, Instant> ends) {
        return of(begins.entrySet().stream()
                .map(one -> Duration.between(one.getValue(), ends.get(one.getKey())))
                .toList());
    }

    /**
     * The least time within which a share of all was done.
     *
     * @param share 0 to 1
     */
    double within(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
