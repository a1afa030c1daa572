package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/** Tries again for as long as a fault lasts. */
final class TransientRetry {
    private static final Logger LOG = Logger.getLogger(TransientRetry.class);

    private TransientRetry() {}

    /**
     * Each attempt starts on the caller's Vert.x context: a session cannot live on a timer thread.
     */
    static <T> Uni<T> outlast(Predicate<Throwable> fault, Supplier<Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(attempt::get)
                .runSubscriptionOn(MutinyHelper.executor(Vertx.currentContext()))
                .onFailure(fault)
                .invoke(failure -> LOG.warnf("Intake waits: %s", Faults.causes(failure)))
                .onFailure(fault)
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely();
    }
}
