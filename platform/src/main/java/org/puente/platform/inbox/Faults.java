package org.puente.platform.inbox;

import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells a fault that may pass (worth another try) from a failure that will come again. */
public final class Faults {
    private Faults() {}

    /**
     * Connection gone, server starting or out of resources, deadlock, or a row that somebody else
     * changed meanwhile. SQLSTATE classes: PostgreSQL documentation, appendix A.
     */
    public static boolean mayPass(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e) {
                String state = e.getSqlState() == null ? "" : e.getSqlState();
                return state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("55")
                        || state.startsWith("57");
            }
            if (t instanceof IOException
                    || t instanceof TimeoutException
                    || t instanceof JDBCConnectionException
                    || t instanceof OptimisticLockException
                    || t instanceof StaleStateException
                    || t instanceof io.vertx.core.VertxException
                    || isTimeoutOfPool(t)) {
                return true;
            }
        }
        return false;
    }

    /** The pool's own faults have no type: "Timeout" and "Connection is not active now …". */
    private static boolean isTimeoutOfPool(Throwable t) {
        return t.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace");
    }

    /** The kind of fault, without its message: a database's message may quote a row. */
    static String name(Throwable failure) {
        return failure instanceof PgException e
                ? "database, SQLSTATE " + e.getSqlState()
                : failure.getClass().getSimpleName();
    }
}
