package org.puente.platform.restore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.puente.platform.PlatformTestBase;

/** A service whose database is changed beneath it, unseen by the watch for a while. */
abstract class RestoreSlice extends PlatformTestBase {
    interface Look {
        void at(Connection connection) throws SQLException;
    }

    /** While another instance examines the database, this one waits. */
    void besideAnotherInstance(Look look) throws SQLException {
        try (Connection other = database.getConnection()) {
            sql(other, "select pg_advisory_lock(hashtext('puente.restore'))");
            try {
                look.at(other);
            } finally {
                sql(other, "select pg_advisory_unlock(hashtext('puente.restore'))");
            }
        }
    }

    static void sql(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
