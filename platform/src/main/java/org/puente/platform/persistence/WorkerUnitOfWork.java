package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.tracing.Trace;

/**
 * {@link UnitOfWork} for a request that runs on a worker thread, as one that reads a long body does. The work itself
 * runs on an event loop, in a context of its own, so that two of them may run at once.
 */
@ApplicationScoped
public class WorkerUnitOfWork {
    private final Vertx vertx;
    private final UnitOfWork work;
    private final DatabaseTimeout deadline;

    WorkerUnitOfWork(Vertx vertx, UnitOfWork work, DatabaseTimeout deadline) {
        this.vertx = vertx;
        this.work = work;
        this.deadline = deadline;
    }

    /** As {@link UnitOfWork#run(Function)}, begun at once. */
    public <T> CompletableFuture<T> run(Function<Mutiny.Session, Uni<T>> action) {
        return begin(() -> work.run(action));
    }

    /** As {@link UnitOfWork#run(Function, Consumer)}, begun at once. */
    public <T> CompletableFuture<T> run(Function<Mutiny.Session, Uni<T>> action, Consumer<T> last) {
        return begin(() -> work.run(action, last));
    }

    /** As {@link UnitOfWork#read}, begun at once. */
    public <T> CompletableFuture<T> read(Function<Mutiny.Session, Uni<T>> action) {
        return begin(() -> work.read(action));
    }

    private <T> CompletableFuture<T> begin(Supplier<Uni<T>> action) {
        String trace = Trace.current();
        CompletableFuture<T> done = new CompletableFuture<>();
        DetachedContext.run(
                vertx,
                () -> {
                    deadline.mark();
                    Trace.follow(trace);
                    return action.get();
                },
                done::complete,
                done::completeExceptionally);
        return done;
    }
}
