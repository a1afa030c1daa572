package org.puente.bench;

import java.util.function.DoubleSupplier;

/** Measures two things by turns, A B A B, so that what slows the machine slows both. */
final class Rounds {
    private Rounds() {}

    /** What each of the two measured, round by round. */
    record Both(Range ours, Range peer) {}

    /**
     * @param warmUp rounds that aren't counted
     * @param ours does its work once and says what it measured
     */
    static Both byTurns(int warmUp, int rounds, DoubleSupplier ours, DoubleSupplier peer) {
        for (int i = 0; i < warmUp; i++) {
            ours.getAsDouble();
            peer.getAsDouble();
        }
        double[] a = new double[rounds];
        double[] b = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            a[i] = ours.getAsDouble();
            b[i] = peer.getAsDouble();
        }
        return new Both(Range.of(a), Range.of(b));
    }

    /** Milliseconds that a piece of work takes, on average over its repetitions. */
    static DoubleSupplier millis(int repetitions, Runnable work) {
        return () -> {
            long start = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                work.run();
            }
            return (System.nanoTime() - start) / 1e6 / repetitions;
        };
    }
}
