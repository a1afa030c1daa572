package org.puente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.puente.local.Region;

/**
 * Pairs of requests that several desks sent at once.
 *
 * @param pairs how long each took, from the registration to the referral's 201
 * @param hooks from the registration until the recipient was called
 * @param processor milliseconds of each server for one pair, by its name
 */
record CaseRun(double perSecond, Latencies pairs, Latencies hooks, Map<String, Double> processor) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * @param desks each sends the next pair when the last is answered
     */
    static CaseRun of(Region region, CaseDesk desk, CaseHook hook, int desks, Duration time) throws Exception {
        Map<String, Duration> before = region.processorTimes();
        Map<String, Long> begun = new ConcurrentHashMap<>();
        Collection<Duration> pairs = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        together(desks, start + time.toNanos(), () -> {
            long begin = System.nanoTime();
            begun.put(desk.registerAndRefer(), begin);
            pairs.add(Duration.ofNanos(System.nanoTime() - begin));
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        Latencies hooks = hooks(begun, hook);
        return new CaseRun(
                pairs.size() / seconds,
                Latencies.of(pairs),
                hooks,
                each(before, region.processorTimes(), pairs.size()));
    }

    private static void together(int desks, long end, Runnable work) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < desks; i++) {
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.run();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static Latencies hooks(Map<String, Long> begun, CaseHook hook) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hook.calls().keySet().containsAll(begun.keySet())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the recipient was not called within a minute");
            }
            LockSupport.parkNanos(20_000_000);
        }
        return Latencies.of(begun.entrySet().stream()
                .map(one -> Duration.ofNanos(hook.calls().get(one.getKey()) - one.getValue()))
                .toList());
    }

    private static Map<String, Double> each(Map<String, Duration> before, Map<String, Duration> after, int pairs) {
        Map<String, Double> each = new TreeMap<>();
        after.forEach((server, used) ->
                each.put(server, used.minus(before.get(server)).toNanos() / 1e6 / pairs));
        return each;
    }

    double processorOfAll() {
        return processor.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
