package org.puente.reporting.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/** Receives the database's notifications that the event log has grown, on a connection of its own. */
@ApplicationScoped
class CommitListener {
    private static final Logger LOG = Logger.getLogger(CommitListener.class);

    private final Pool database;
    private final AtomicBoolean listening = new AtomicBoolean();

    CommitListener(Pool database) {
        this.database = database;
    }

    /** Listens from now on, unless it does already. Called again, it restores a lost connection. */
    void listen(Runnable grown) {
        if (!listening.compareAndSet(false, true)) {
            return;
        }
        database.getConnection()
                .chain(connection -> listen(connection, grown))
                .subscribe()
                .with(
                        established -> grown.run(), // the log may have grown before
                        fault -> {
                            listening.set(false);
                            LOG.debugf("The growth of the event log is not notified: %s", Faults.causes(fault));
                        });
    }

    private Uni<Void> listen(SqlConnection connection, Runnable grown) {
        PgConnection.cast(connection.getDelegate())
                .notificationHandler(notification -> grown.run())
                .closeHandler(lost -> listening.set(false));
        return connection
                .query("listen event")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .call(connection::close);
    }
}
