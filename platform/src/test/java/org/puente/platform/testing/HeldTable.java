package org.puente.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that is held until this is closed: who asks it anything gets no answer so long. */
public final class HeldTable implements AutoCloseable {
    private final Connection connection;

    private HeldTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param database of a service, e.g. {@code gtm_referral}
     */
    public static HeldTable of(String database, String table) throws SQLException {
        Connection connection = Databases.connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return new HeldTable(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
