package org.puente.reporting.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells all who watch of what is new in the log. It looks there for all of them together, some
 * times a second while anybody watches and never while nobody does; so it also sees what another
 * instance of this service took in.
 */
@ApplicationScoped
class LiveEvents {
    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final int PAGE = 1_000;
    private static final long NOWHERE = -1;

    @ConfigProperty(name = "puente.events.look-every")
    Duration lookEvery;

    private final Events events;
    private final Vertx vertx;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private long position = NOWHERE;
    private long timer;

    LiveEvents(Events events, Vertx vertx) {
        this.events = events;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(lookEvery.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        viewers.forEach(Viewer::end);
    }

    /**
     * Lets a viewer watch. Once this is done, every event that is not yet in the log will be told.
     * Events that are there already may be told too.
     */
    Uni<Void> join(Viewer viewer) {
        synchronized (this) {
            viewers.add(viewer);
            if (position != NOWHERE) {
                return Uni.createFrom().voidItem();
            }
        }
        return events.head().invoke(this::beginAt).replaceWithVoid();
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    private synchronized void beginAt(long head) {
        if (position == NOWHERE) {
            position = head;
        }
    }

    /** Where to look from; forgotten when the last viewer has gone. */
    private synchronized long from() {
        if (viewers.isEmpty()) {
            position = NOWHERE;
        }
        return position;
    }

    private void look() {
        long from = from();
        if (from == NOWHERE || !looking.compareAndSet(false, true)) {
            return;
        }
        events.after(from, EventFilter.ALL, PAGE)
                .invoke(this::tell)
                .eventually(() -> looking.set(false))
                .subscribe()
                .with(
                        page -> {
                            if (page.size() == PAGE) {
                                look();
                            }
                        },
                        failure -> LOG.warnf("Live events wait: %s", failure.getClass()));
    }

    private void tell(List<StoredEvent> page) {
        if (page.isEmpty()) {
            return;
        }
        viewers.forEach(viewer -> page.forEach(viewer::tell));
        synchronized (this) {
            position = page.getLast().position();
        }
    }
}
