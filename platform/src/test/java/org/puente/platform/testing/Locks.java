package org.puente.platform.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who waits for the locks of a test's own transaction; what waits elsewhere in the server does not count. */
public final class Locks {
    /** Asked within the transaction that holds them: pg_locks shows the present there, pg_stat_activity does not. */
    private static final String WAITING = """
            with recursive waiting (pid) as (
                select pg_backend_pid()
                union
                select asked.pid from pg_locks asked join waiting on waiting.pid = any (pg_blocking_pids(asked.pid))
                where not asked.granted)
            select count(*) - 1 from waiting
            """;

    private Locks() {}

    /** How many transactions wait for what a connection holds, or for others that wait for it. */
    public static int waitingFor(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet result = statement.executeQuery(WAITING)) {
            result.next();
            return result.getInt(1);
        }
    }
}
