package org.puente.local;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Work that is done side by side. */
final class SideBySide {
    private SideBySide() {}

    /** As many starts at once as there are processors: starting is nothing but work for them. */
    static int starts() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param failure ends with the first task that fails
     */
    static CompletableFuture<Void> begin(ExecutorService executor, Runnable task, CompletableFuture<Void> failure) {
        CompletableFuture<Void> begun = CompletableFuture.runAsync(task, executor);
        begun.whenComplete((nothing, fault) -> {
            if (fault != null) {
                failure.completeExceptionally(fault);
            }
        });
        return begun;
    }

    /** Returns when all are done, or the first has failed. */
    static void await(List<CompletableFuture<Void>> all, CompletableFuture<Void> failure) {
        CompletableFuture<Void> done = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(failure, done).join();
    }

    /** Does the same with each; returns when all are done. */
    static <T> void each(ExecutorService executor, Collection<? extends T> all, Consumer<T> task) {
        CompletableFuture.allOf(all.stream()
                        .map(one -> CompletableFuture.runAsync(() -> task.accept(one), executor))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
