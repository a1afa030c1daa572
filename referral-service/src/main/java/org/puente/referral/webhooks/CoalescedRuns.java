package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs work once at a time. However often it is asked for during a run, one more run follows. */
final class CoalescedRuns {
    private final Supplier<Uni<Void>> work;
    private final Runnable again;

    /** How many runs were asked for since the last one began; it counts. */
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param again asks for a run, at once or later
     */
    CoalescedRuns(Supplier<Uni<Void>> work, Runnable again) {
        this.work = work;
        this.again = again;
    }

    /** Ends with the run, or at once where one is under way. */
    Uni<Void> run() {
        return asked.getAndIncrement() > 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().deferred(work::get).eventually(this::over);
    }

    private void over() {
        if (asked.getAndSet(0) > 1) {
            again.run();
        }
    }
}
