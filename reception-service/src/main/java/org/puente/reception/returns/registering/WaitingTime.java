package org.puente.reception.returns.registering;

import java.time.Duration;

/**
 * How long somebody waits for an answer.
 *
 * @param end as {@link System#nanoTime} counts
 * @param whole from the beginning to the end, in nanoseconds
 */
record WaitingTime(long end, long whole) {
    static WaitingTime of(Duration whole, long now) {
        return new WaitingTime(now + whole.toNanos(), whole.toNanos());
    }

    /**
     * Whether work may be done before the time is over. Who has more than half of it left is never too late: after one
     * that took all the time, nothing would be begun any more.
     *
     * @param took how long such work took the last time, in nanoseconds
     */
    boolean isEnoughFor(long took, long now) {
        return end - now >= Math.min(took, whole / 2);
    }
}
