package org.puente.referral.changes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;

/**
 * The last position of the change feed, shared by all live watchers. It is looked up some times a second
 * while anybody watches, and never while nobody does.
 */
@ApplicationScoped
class ChangeFeedHead {
    private static final Logger LOG = Logger.getLogger(ChangeFeedHead.class);

    @ConfigProperty(name = "puente.box.look-every")
    Duration lookEvery;

    private final ChangeFeed feed;
    private final Epoch epoch;
    private final Vertx vertx;
    private final AtomicInteger watchers = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long position;
    private long timer;

    ChangeFeedHead(ChangeFeed feed, Epoch epoch, Vertx vertx) {
        this.feed = feed;
        this.epoch = epoch;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(lookEvery.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /**
     * Emits the last known position once, then whenever it has grown; never more than is asked for.
     * It ends when the database was restored: the feed is then filled anew.
     */
    Multi<Long> growing() {
        long[] emitted = {-1};
        String begun = epoch.token();
        return Multi.createFrom()
                .ticks()
                .every(lookEvery)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> epoch.holds(begun))
                .map(tick -> position)
                .filter(now -> now > emitted[0])
                .invoke(now -> emitted[0] = now)
                .onSubscription()
                .invoke(watchers::incrementAndGet)
                .onTermination()
                .invoke(watchers::decrementAndGet);
    }

    private void look() {
        if (watchers.get() == 0 || !looking.compareAndSet(false, true)) {
            return;
        }
        DetachedContext.run(
                vertx,
                () -> feed.settle().chain(feed::head).eventually(() -> looking.set(false)),
                head -> position = head,
                fault -> LOG.debugf("Watchers wait: %s", Faults.causes(fault)));
    }
}
