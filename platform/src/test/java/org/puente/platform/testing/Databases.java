package org.puente.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.puente.local.Backbone;

/** The services' databases, as the server's administrator sees them. */
final class Databases {
    private Databases() {}

    /**
     * A connection whose transaction begins at once.
     *
     * @param database e.g. {@code gtm_reception}
     */
    static Connection connect(String database) throws SQLException {
        Backbone backbone = Backbone.forTests();
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + backbone.databases() + "/" + database, "postgres", backbone.password());
        connection.setAutoCommit(false);
        return connection;
    }
}
