package org.puente.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Runs tasks side by side, only so many at once, and in their order. A task that fails is counted as a fault
 * of the play.
 */
final class BoundedTasks {
    private final ExecutorService threads;
    private final Semaphore places;
    private final Figures figures;

    BoundedTasks(ExecutorService threads, int atOnce, Figures figures) {
        this.threads = threads;
        this.places = new Semaphore(atOnce, true);
        this.figures = figures;
    }

    /**
     * @return done when the task has ended, also when it failed
     */
    CompletableFuture<Void> submit(Runnable task) {
        return CompletableFuture.runAsync(() -> run(task), threads);
    }

    /** The time before the task takes no place from others. */
    void submitAfter(Duration time, Runnable task) {
        threads.execute(() -> {
            Agency.pause(time);
            run(task);
        });
    }

    private void run(Runnable task) {
        places.acquireUninterruptibly();
        try {
            task.run();
        } catch (RuntimeException e) {
            figures.count("fault of the play: " + e.getMessage());
        } finally {
            places.release();
        }
    }
}
