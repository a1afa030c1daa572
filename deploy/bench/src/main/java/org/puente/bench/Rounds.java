package org.puente.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Measures two things by turns, A B A B, so that what slows the machine slows both. */
final class Rounds {
    private Rounds() {}

    /**
     * What each of the two measured.
     *
     * @param ratio ours to the peer's, round by round: what slows the machine for a while is in
     *     both
     */
    record Both(Range ours, Range peer, Range ratio) {
        /**
         * @param ours of each round
         * @param peer of the same rounds
         */
        static Both of(double[] ours, double[] peer) {
            double[] ratios = new double[ours.length];
            Arrays.setAll(ratios, i -> ours[i] / peer[i]);
            return new Both(Range.of(ours), Range.of(peer), Range.of(ratios));
        }
    }

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
        return Both.of(a, b);
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
