package org.puente.platform.execution;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Runs long work of the processor on another thread, so that the event loop serves others. */
public final class WorkerPool {
    private WorkerPool() {}

    /**
     * @param work touches no session
     * @return the work's result, back on the caller's context; fails with what the work threw
     */
    public static <T> Uni<T> of(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
