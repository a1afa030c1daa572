package org.puente.bench;

/**
 * Ours beside a peer.
 *
 * @param part of the bench
 * @param what was done
 * @param unit of both figures
 * @param peerIs what stands beside ours
 * @param aim which the ratio of ours to the peer's is to reach
 */
record Result(
        String part, String what, String unit, Range ours, String peerIs, Range peer, Aim aim) {

    /** Of the medians. */
    double ratio() {
        return ours.median() / peer.median();
    }

    boolean reached() {
        return aim.isReachedBy(ratio());
    }

    /** What a ratio is to be: at least (a rate) or at most (a time). */
    record Aim(Bound bound, double ratio) {
        enum Bound {
            AT_LEAST("≥"),
            AT_MOST("≤");

            private final String sign;

            Bound(String sign) {
                this.sign = sign;
            }
        }

        static Aim atMost(double ratio) {
            return new Aim(Bound.AT_MOST, ratio);
        }

        static Aim atLeast(double ratio) {
            return new Aim(Bound.AT_LEAST, ratio);
        }

        boolean isReachedBy(double measured) {
            return switch (bound) {
                case AT_LEAST -> measured >= ratio;
                case AT_MOST -> measured <= ratio;
            };
        }

        @Override
        public String toString() {
            return bound.sign + " " + ratio;
        }
    }
}
