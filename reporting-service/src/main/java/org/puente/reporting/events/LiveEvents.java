package org.puente.reporting.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;
import org.puente.platform.web.Cursors;

/**
 * Sends new events of the log to all viewers. It reads the log once for all of them, whenever the
 * database notifies it and at each {@code puente.events.look-every}, and never while nobody
 * watches. So it also sees what another instance of this service took in.
 */
@ApplicationScoped
class LiveEvents {
    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final int PAGE = 1_000;
    private static final long NOWHERE = -1;

    @ConfigProperty(name = "puente.events.look-every")
    Duration lookEvery;

    private final Events events;
    private final CommitListener commits;
    private final Cursors cursors;
    private final Vertx vertx;
    private final Map<Context, Set<Viewer>> viewersByLoop = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private long position = NOWHERE;
    private long timer;

    LiveEvents(Events events, CommitListener commits, Cursors cursors, Vertx vertx, MeterRegistry registry) {
        this.events = events;
        this.commits = commits;
        this.cursors = cursors;
        this.vertx = vertx;
        Gauge.builder("puente.events.viewers", this::watching)
                .description("Who watch the event log live")
                .register(registry);
    }

    private int watching() {
        return viewersByLoop.values().stream().mapToInt(Set::size).sum();
    }

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(lookEvery.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        endAll();
    }

    /** After a restore the log is filled anew, and positions mean other events: all streams end. */
    void restored(@Observes Epoch.History now) {
        if (!now.current()) {
            endAll();
            synchronized (this) {
                position = NOWHERE;
            }
        }
    }

    private void endAll() {
        viewersByLoop.forEach((loop, viewers) -> loop.runOnContext(now -> viewers.forEach(Viewer::end)));
    }

    /**
     * Adds a viewer, which gets events in the event loop of the caller. Once this is done, it gets
     * every event that is not yet in the log. It may also get events that are in the log already.
     */
    Uni<Void> join(Viewer viewer) {
        Context loop = VertxContext.getRootContext(vertx.getOrCreateContext());
        commits.listen(this::look);
        synchronized (this) {
            viewersByLoop
                    .computeIfAbsent(loop, l -> ConcurrentHashMap.newKeySet())
                    .add(viewer);
            if (position != NOWHERE) {
                return Uni.createFrom().voidItem();
            }
        }
        return events.head().invoke(this::beginAt).replaceWithVoid();
    }

    void leave(Viewer viewer) {
        viewersByLoop.values().forEach(viewers -> viewers.remove(viewer));
    }

    private synchronized void beginAt(long head) {
        if (position == NOWHERE) {
            position = head;
        }
    }

    /** The position to read from; {@link #NOWHERE} once the last viewer has gone. */
    private synchronized long from() {
        if (watching() == 0) {
            position = NOWHERE;
        }
        return position;
    }

    /** One read at a time; a call that comes meanwhile causes another read afterwards. */
    private void look() {
        if (calls.getAndIncrement() == 0) {
            lookNow();
        }
    }

    private void lookNow() {
        int answered = calls.get();
        long from = from();
        if (from == NOWHERE) {
            calls.set(0);
            return;
        }
        commits.listen(this::look);
        Uni.createFrom()
                .deferred(() -> page(from))
                .subscribe()
                .with(
                        page -> {
                            if (page.size() == PAGE || !calls.compareAndSet(answered, 0)) {
                                lookNow();
                            }
                        },
                        failure -> {
                            LOG.warnf("Live events wait: %s", Faults.causes(failure));
                            calls.set(0);
                        });
    }

    private Uni<List<StoredEvent>> page(long from) {
        LongFunction<String> named = cursors.ofThisEpoch();
        return events.after(from, EventFilter.ALL, PAGE).invoke(page -> send(page, named));
    }

    /** Each loop serves its own viewers: no viewer gets events from two threads at once. */
    private void send(List<StoredEvent> page, LongFunction<String> named) {
        if (page.isEmpty()) {
            return;
        }
        List<EncodedEvent> encoded = page.stream()
                .map(event -> EncodedEvent.of(event, named.apply(event.position())))
                .toList();
        viewersByLoop.forEach(
                (loop, viewers) -> loop.runOnContext(now -> viewers.forEach(viewer -> encoded.forEach(viewer::send))));
        synchronized (this) {
            position = page.getLast().position();
        }
    }
}
