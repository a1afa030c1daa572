package org.puente.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Work at a fixed rate, whether or not what was begun before is done. */
final class Pace {
    private Pace() {}

    /**
     * Begins the work so many times a second, each time on a thread of its own; returns when all
     * are done.
     *
     * @return how many a second were done, until the last was
     */
    static double keep(double perSecond, Duration time, Runnable work) {
        long begin = System.nanoTime();
        int count = (int) Math.round(perSecond * time.toMillis() / 1000);
        AtomicInteger done = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                until(begin + (long) (i * 1e9 / perSecond));
                threads.execute(() -> {
                    try {
                        work.run();
                        done.incrementAndGet();
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
            }
            until(begin + (long) (count * 1e9 / perSecond));
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    /** Does the work so many times, by so many at once, each as fast as it goes. */
    static void together(int workers, int count, Runnable work) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(count);
        Runnable some = () -> {
            while (left.getAndDecrement() > 0) {
                work.run();
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> one : threads.invokeAll(Collections.nCopies(workers, Executors.callable(some)))) {
                one.get();
            }
        }
    }

    private static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
