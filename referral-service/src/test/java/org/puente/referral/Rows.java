package org.puente.referral;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.puente.platform.testing.Locks;

/** The rows of the service's database, as a test looks at them, changes them or holds them. */
public final class Rows {
    private Rows() {}

    /** The first column of the first row as text; null where there is none. */
    public static String read(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int change(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the rows that a {@code select … for update} finds until what is returned is closed. */
    public static Held hold(String sql) {
        try {
            Connection connection = open();
            connection.setAutoCommit(false);
            connection.createStatement().executeQuery(sql);
            return new Held(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows that nobody else changes. */
    public record Held(Connection connection) implements AutoCloseable {
        /** Whether a transaction waits for them. */
        public boolean isWaitedFor() throws SQLException {
            return Locks.waitingFor(connection) > 0;
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private static Connection open() throws SQLException {
        return CDI.current().select(DataSource.class).get().getConnection();
    }
}
