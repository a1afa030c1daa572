package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.puente.platform.persistence.Faults;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * For a request that does several things, one after another. Where a server does not answer, each
 * of them would wait as long as the first: so nothing is tried after the first one.
 */
final class OneWait {
    /** A server that is away for so long will not answer the next time, either. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * @return fails with {@link ProblemException} 503 where an earlier part has waited in vain
     */
    <T> Uni<T> of(Supplier<Uni<T>> one) {
        if (away.get()) {
            return Uni.createFrom().failure(ProblemException.of(ProblemKind.UNAVAILABLE, "person-not-referred"));
        }
        long begun = System.nanoTime();
        return one.get()
                .onFailure(Faults::isTransient)
                .invoke(fault -> away.set(System.nanoTime() - begun > LONG.toNanos()));
    }
}
