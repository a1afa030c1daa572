package org.puente.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the play counts while it goes on; many threads write to it. */
public final class Figures {
    private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Duration> latencies = new ConcurrentLinkedQueue<>();

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int times) {
        counts.computeIfAbsent(what, key -> new AtomicInteger()).addAndGet(times);
    }

    int of(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    /** Counts whose name begins with a prefix, by the rest of the name. */
    Map<String, Integer> under(String prefix) {
        Map<String, Integer> under = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(prefix)) {
                under.put(name.substring(prefix.length()), count.get());
            }
        });
        return under;
    }

    /** The time from a 201 at one node until the fact was seen over REST at another. */
    void arrivedAfter(Duration latency) {
        latencies.add(latency);
    }

    int latencies() {
        return latencies.size();
    }

    /**
     * @return null where nothing was measured
     */
    Duration latency(double quantile) {
        List<Duration> sorted = new ArrayList<>(latencies);
        sorted.sort(null);
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
