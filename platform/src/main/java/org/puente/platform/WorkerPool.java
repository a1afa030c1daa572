package org.puente.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Long work of the processor: done by another thread, so that the event loop serves others. */
public final class WorkerPool {
    private WorkerPool() {}

    /**
     * @param work touches no session
     * @return its result, back on the caller's context; or what it threw
     */
    public static <T> Uni<T> of(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
