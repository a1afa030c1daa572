package org.puente.bench;

import java.util.Arrays;

/** What several rounds measured: the median, and the least and the most. */
record Range(double median, double least, double most) {
    /**
     * @throws IllegalArgumentException if there is none
     */
    static Range of(double... rounds) {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("no round was measured");
        }
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Range(median, sorted[0], sorted[sorted.length - 1]);
    }
}
