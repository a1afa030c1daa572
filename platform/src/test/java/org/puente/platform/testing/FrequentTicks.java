package org.puente.platform.testing;

import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.puente.platform.persistence.Epoch;

/**
 * Lets a service's clocks tick five times a second, beside the scheduler, which can do so once a second at most:
 * tests wait for what clocks do. To the service it is another instance. A service's tests make a bean of it.
 */
public abstract class FrequentTicks {
    private static final long MILLIS = 200;
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    /** The token of the history that a restore ends; null where there was none. */
    private static volatile String forgotten;

    @Inject
    Vertx vertx;

    @Inject
    Scheduler scheduler;

    @Inject
    Epoch epoch;

    private volatile boolean stopped;

    /** One tick of each clock that tests wait for. */
    protected abstract Uni<Void> tick();

    /** From now on there is no tick until the service has caught up with a restore. */
    static void halt(String token) {
        forgotten = token;
        await().atMost(Duration.ofSeconds(90)).until(() -> UNDER_WAY.get() == 0);
    }

    void start(@Observes StartupEvent started) {
        later();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void later() {
        if (!stopped) {
            vertx.setTimer(MILLIS, now -> onOwnContext());
        }
    }

    /** All that runs on one context shares its session. */
    private void onOwnContext() {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        UNDER_WAY.incrementAndGet();
        own.runOnContext(now -> Uni.createFrom()
                .deferred(() -> mayTick() ? tick() : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(UNDER_WAY::decrementAndGet)
                .subscribe()
                .with(done -> later(), failure -> later()));
    }

    private boolean mayTick() {
        String before = forgotten;
        return !stopped && scheduler.isRunning() && epoch.isCurrent() && (before == null || !epoch.holds(before));
    }
}
