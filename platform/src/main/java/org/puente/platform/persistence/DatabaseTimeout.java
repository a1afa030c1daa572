package org.puente.platform.persistence;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How long a request waits for the database: a frozen server neither answers nor breaks the
 * connection. Work that nobody waits for (intake, clocks) has no deadline.
 */
@ApplicationScoped
public class DatabaseTimeout {
    private static final String IN_A_REQUEST = "puente.in-a-request";

    private final Duration max;

    DatabaseTimeout(@ConfigProperty(name = "puente.http.database-within", defaultValue = "PT15S") Duration max) {
        this.max = max;
    }

    /** How long a request waits. */
    public Duration max() {
        return max;
    }

    @ServerRequestFilter(preMatching = true)
    void mark() {
        ContextLocals.put(IN_A_REQUEST, true);
    }

    /** Whether somebody still waits for work: false once a request was told that the database does not answer. */
    @FunctionalInterface
    interface Waiting {
        boolean goesOn();
    }

    /**
     * Ends the waiting, not the work: work on a session goes on to its own end.
     *
     * @return fails with {@link TimeoutException} when a request has waited too long
     */
    public <T> Uni<T> of(Uni<T> work) {
        return of(waiting -> work);
    }

    /** As {@link #of(Uni)}, for work that is not to be done where nobody waits for it any more. */
    <T> Uni<T> of(Function<Waiting, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() ->
                        inARequest() ? Uni.createFrom().emitter(done -> await(work, done)) : work.apply(() -> true));
    }

    private static boolean inARequest() {
        return VertxContext.isOnDuplicatedContext()
                && ContextLocals.<Boolean>get(IN_A_REQUEST).isPresent();
    }

    private <T> void await(Function<Waiting, Uni<T>> work, UniEmitter<? super T> done) {
        Vertx vertx = Vertx.currentContext().owner();
        AtomicBoolean reported = new AtomicBoolean();
        long timer = vertx.setTimer(max.toMillis(), over -> {
            if (reported.compareAndSet(false, true)) {
                done.fail(new TimeoutException("the database does not answer"));
            }
        });
        work.apply(() -> !reported.get())
                .subscribe()
                .with(
                        item -> {
                            if (reported.compareAndSet(false, true)) {
                                vertx.cancelTimer(timer);
                                done.complete(item);
                            }
                        },
                        failure -> {
                            if (reported.compareAndSet(false, true)) {
                                vertx.cancelTimer(timer);
                                done.fail(failure);
                            }
                        });
    }
}
