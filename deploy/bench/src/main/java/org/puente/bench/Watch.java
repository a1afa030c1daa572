package org.puente.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks for some of the referrals at their recipient, for one at a time and then for a quarter of a
 * second for none: whoever looked all the time would measure the looking.
 */
final class Watch {
    private static final long BETWEEN_SAMPLES_NANOS = 250_000_000;
    private static final long STEP_NANOS = 3_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Referring referring;
    private final Queue<Duration> seen = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long next = System.nanoTime();

    Watch(Referring referring) {
        this.referring = referring;
    }

    /** Issues one, and looks for it if it is its turn. */
    void issue() {
        String referral = referring.issue();
        long answered = System.nanoTime();
        if (answered - next >= 0 && looking.compareAndSet(false, true)) {
            look(referral, answered);
            next = System.nanoTime() + BETWEEN_SAMPLES_NANOS;
            looking.set(false);
        }
    }

    private void look(String referral, long answered) {
        while (!referring.isVisible(referral)) {
            if (System.nanoTime() - answered > PATIENCE_NANOS) {
                throw new IllegalStateException("a referral did not arrive within a minute");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        seen.add(Duration.ofNanos(System.nanoTime() - answered));
    }

    Latencies latencies() {
        return Latencies.of(seen);
    }
}
