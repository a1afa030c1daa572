package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.puente.platform.persistence.Faults;

/**
 * For a request that does several things, one after another. Where a server does not answer, each
 * of them would wait as long as the first: so after a long wait the circuit is open, and the rest
 * is not tried.
 */
final class CircuitBreaker {
    /** A server that is away for so long will not answer the next time, either. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final AtomicBoolean open = new AtomicBoolean();

    /** Whether an earlier part has waited in vain. */
    boolean isOpen() {
        return open.get();
    }

    /** Tries one part; a transient fault that came late opens the circuit. */
    <T> Uni<T> attempt(Supplier<Uni<T>> part) {
        long begun = System.nanoTime();
        return part.get()
                .onFailure(Faults::isTransient)
                .invoke(fault -> open.set(System.nanoTime() - begun > LONG.toNanos()));
    }
}
