package org.puente.platform.restore;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;

/**
 * Checks whether the database was restored: at the start against what the broker has, and then
 * regularly against what the database was before. Before the first check has ended, and while the
 * service catches up, nobody may write and no clock runs.
 */
@ApplicationScoped
class RestoreWatch {
    private static final Logger LOG = Logger.getLogger(RestoreWatch.class);

    /**
     * So long a start waits for the first check; a broker that is away must not block it forever.
     */
    private static final int SECONDS_OF_START = 10;

    private static final int MILLIS_OF_IMPATIENCE = 300;

    private final DataSource database;
    private final CatchUp catchUp;
    private final Epoch epoch;
    private final Scheduler clocks;
    private final Event<Epoch.History> changed;
    private final CountDownLatch first = new CountDownLatch(1);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("restore-watch").unstarted(task));
    private EpochTable.Row known;
    private boolean failing;

    @ConfigProperty(name = "puente.restore.look-every", defaultValue = "PT5S")
    Duration lookEvery;

    RestoreWatch(DataSource database, CatchUp catchUp, Epoch epoch, Scheduler clocks, Event<Epoch.History> changed) {
        this.database = database;
        this.catchUp = catchUp;
        this.epoch = epoch;
        this.clocks = clocks;
        this.changed = changed;
    }

    void start(@Observes @Priority(1) StartupEvent starting) {
        thread.execute(this::look);
    }

    /** Runs last, so that a client may usually write once the service has started. */
    void await(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) throws InterruptedException {
        if (!first.await(SECONDS_OF_START, TimeUnit.SECONDS)) {
            LOG.warn("Nobody may write yet: the database was not compared with the broker in time");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void look() {
        try (Connection connection = database.getConnection()) {
            EpochTable.Row now = EpochTable.read(connection);
            if (known != null && epoch.isCurrent() && now.continues(known)) {
                known = now;
            } else {
                examine(connection);
            }
            failing = false;
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("Whether the database was restored isn't known: %s", Faults.causes(e));
            }
        } finally {
            again();
        }
    }

    private void again() {
        if (!thread.isShutdown()) {
            thread.schedule(
                    this::look, epoch.isCurrent() ? lookEvery.toMillis() : MILLIS_OF_IMPATIENCE, TimeUnit.MILLISECONDS);
        }
    }

    private void examine(Connection connection) throws SQLException {
        clocks.pause();
        be(notCurrent(EpochTable.read(connection)));
        if (!EpochTable.lock(connection)) {
            return; // another instance is at it
        }
        try {
            EpochTable.Row now = compared(connection, EpochTable.read(connection));
            if (now.catchingUp()) {
                be(notCurrent(now));
                LOG.warnf("The database was restored; its epoch is now %s", now.token());
                catchUp.run(connection);
                EpochTable.caughtUp(connection, now.token());
                LOG.warn("Caught up with the facts published since the backup");
            }
            known = EpochTable.read(connection);
            release(known);
        } finally {
            EpochTable.unlock(connection);
        }
    }

    /** The history is unknown until the check; but it is known if the row states a restore. */
    private static Epoch.History notCurrent(EpochTable.Row now) {
        return now.catchingUp()
                ? new Epoch.History(now.token(), now.bareCursors(), false)
                : new Epoch.History(null, false, false);
    }

    private EpochTable.Row compared(Connection connection, EpochTable.Row now) throws SQLException {
        if (now.catchingUp()) {
            // An operator stated the restore, or a catch-up was interrupted.
        } else if (!now.followed()) {
            catchUp.begin(connection);
            EpochTable.followed(connection, now.token());
        } else if (known == null ? catchUp.isBehind(connection) : now.fell(known)) {
            EpochTable.begin(connection, now.token());
        }
        return EpochTable.read(connection);
    }

    private void release(EpochTable.Row now) {
        be(new Epoch.History(now.token(), now.bareCursors(), true));
        clocks.resume();
    }

    /** Once the history is known, a start waits no longer, even if the service still catches up. */
    private void be(Epoch.History now) {
        epoch.is(now);
        changed.fire(now);
        if (now.token() != null) {
            first.countDown();
        }
    }
}
