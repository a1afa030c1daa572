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
     * @param ours does its work once and returns what it measured
     */
    static Both byTurns(int warmUp, int rounds, DoubleSupplier ours, DoubleSupplier peer) {
        double[][] measured = each(warmUp, rounds, ours, peer);
        return Both.of(measured[0], measured[1]);
    }

    /**
     * Several by turns, A B C A B C.
     *
     * @return of each, what it measured in each round
     */
    static double[][] each(int warmUp, int rounds, DoubleSupplier... all) {
        double[][] measured = new double[all.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < all.length; i++) {
                double one = all[i].getAsDouble();
                if (round >= 0) {
                    measured[i][round] = one;
                }
            }
        }
        return measured;
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
