package org.puente.platform;

import io.vertx.core.VertxException;
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
     * Connection gone, server starting or out of resources, or another transaction in the way.
     * SQLSTATE classes: PostgreSQL documentation, appendix A.
     */
    public static boolean mayPass(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e) {
                return isCollision(e)
                        || hasState(e, "08")
                        || hasState(e, "53")
                        || hasState(e, "55")
                        || hasState(e, "57");
            }
            if (t instanceof IOException
                    || t instanceof TimeoutException
                    || t instanceof JDBCConnectionException
                    || t instanceof VertxException
                    || isFaultOfPool(t)
                    || isCollision(t)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Deadlock, serialisation failure, or a row that somebody else has changed since it was read.
     */
    static boolean isCollision(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e && hasState(e, "40")
                    || t instanceof OptimisticLockException
                    || t instanceof StaleStateException) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasState(PgException e, String sqlStateClass) {
        return e.getSqlState() != null && e.getSqlState().startsWith(sqlStateClass);
    }

    /** The pool's own faults have no type: "Timeout" and "Connection is not active now …". */
    private static boolean isFaultOfPool(Throwable t) {
        return t.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace");
    }

    /** The kind of fault, without its message: a database's message may quote a row. */
    public static String name(Throwable failure) {
        return failure instanceof PgException e
                ? "database, SQLSTATE " + e.getSqlState()
                : failure.getClass().getSimpleName();
    }
}
