package org.puente.bench;

/**
 * Ours beside a peer.
 *
 * @param part of the bench
 * @param what was done
 * @param unit of both figures, e.g. ms
 * @param peerIs what stands beside ours
 * @param figures of both, and their ratio
 * @param aim which the ratio of ours to the peer's is to reach
 */
record Result(String part, String what, String unit, String peerIs, Rounds.Both figures, Aim aim) {

    /**
     * A figure beside an aim that is not a peer's: what somebody who uses the region was promised.
     *
     * @param bound whether it is to be at least the aim, or at most
     */
    static Result besideAim(String part, String what, String unit, double ours, double aim, Aim.Bound bound) {
        Rounds.Both both = Rounds.Both.of(new double[] {ours}, new double[] {aim});
        return new Result(part, what + ", beside the aim", unit, "the aim", both, new Aim(bound, 1));
    }

    boolean reached() {
        return aim.isReachedBy(figures.ratio().median());
    }

    /** For people; empty where there is no aim. */
    String verdict() {
        if (aim.bound() == Aim.Bound.NONE) {
            return "";
        }
        return reached() ? "reached" : "not reached";
    }

    /** What a ratio is to be: at least (a rate) or at most (a time). */
    record Aim(Bound bound, double ratio) {
        enum Bound {
            AT_LEAST("≥"),
            AT_MOST("≤"),
            NONE("–");

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

        /** Shown for comparison. */
        static Aim none() {
            return new Aim(Bound.NONE, 0);
        }

        boolean isReachedBy(double measured) {
            return switch (bound) {
                case AT_LEAST -> measured >= ratio;
                case AT_MOST -> measured <= ratio;
                case NONE -> true;
            };
        }

        @Override
        public String toString() {
            return bound == Bound.NONE ? bound.sign : bound.sign + " " + ratio;
        }
    }
}
