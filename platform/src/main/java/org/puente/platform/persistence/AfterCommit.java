package org.puente.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is to be done once a unit of work is committed, such as waking who sends what it wrote. */
@ApplicationScoped
public class AfterCommit {
    private final Map<Mutiny.Session, Set<Runnable>> bySession = new ConcurrentHashMap<>();

    /** A unit of work begins: its session may add tasks from now on. */
    void begin(Mutiny.Session session) {
        bySession.put(session, new LinkedHashSet<>());
    }

    /**
     * @param task is short; the same task is done once
     * @throws IllegalStateException outside of a unit of work, as within a read: there is no commit
     */
    public void add(Mutiny.Session session, Runnable task) {
        Set<Runnable> tasks = bySession.get(session);
        if (tasks == null) {
            throw new IllegalStateException("tasks are added within a unit of work, never within a read");
        }
        tasks.add(task);
    }

    /** Ends a unit of work: its tasks, for when it is committed. */
    Set<Runnable> end(Mutiny.Session session) {
        return bySession.remove(session);
    }
}
