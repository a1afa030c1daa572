package org.puente.platform.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notifies who waits for facts about a subject as soon as some were taken in. */
@ApplicationScoped
public class FactArrivals {
    private final ConcurrentHashMap<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Called after the commit of what was taken in. */
    public void came(Collection<String> subjects) {
        if (!listeners.isEmpty()) {
            subjects.forEach(subject -> listeners.getOrDefault(subject, Set.of()).forEach(Runnable::run));
        }
    }

    /**
     * @param listener is called on the thread of the intake, so it must be short
     */
    void add(String subject, Runnable listener) {
        listeners.compute(subject, (same, all) -> {
            Set<Runnable> grown = all == null ? ConcurrentHashMap.newKeySet() : all;
            grown.add(listener);
            return grown;
        });
    }

    void remove(String subject, Runnable listener) {
        listeners.computeIfPresent(subject, (same, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }
}
