package org.puente.local;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Tasks that run at the same time. What one of them throws is thrown as it is. */
final class ParallelTasks {
    private ParallelTasks() {}

    /** How many servers start at once: as many as there are processors, since a start is nothing but work for them. */
    static int maxStarts() {
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
        join(CompletableFuture.anyOf(failure, done));
    }

    /** Does the same with each; returns when all are done. */
    static <T> void each(ExecutorService executor, Collection<? extends T> all, Consumer<T> task) {
        join(CompletableFuture.allOf(all.stream()
                .map(one -> CompletableFuture.runAsync(() -> task.accept(one), executor))
                .toArray(CompletableFuture[]::new)));
    }

    /** Returns when both are done. */
    static void both(Runnable one, Runnable other) {
        CompletableFuture<Void> begun = CompletableFuture.runAsync(one);
        other.run();
        join(begun);
    }

    private static void join(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
