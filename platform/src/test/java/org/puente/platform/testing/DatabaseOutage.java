package org.puente.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.puente.local.Backbone;

/** Ways in which the database of the service under test can be away. */
public enum DatabaseOutage {
    /** Its server has ended: connections are broken, and nobody takes new ones. */
    STOPPED {
        @Override
        public Away begin() {
            Backbone.forTests().stopDatabase();
            return () -> Backbone.forTests().startDatabase();
        }
    },
    /** Its server's processes stand still: nothing is answered, and no connection breaks. */
    FROZEN {
        @Override
        public Away begin() {
            AutoCloseable frozen = Backbone.forTests().freezeDatabase();
            return frozen::close;
        }
    },
    /** It has as many connections as it takes: those of the service are ended, and new ones refused. */
    FULL {
        @Override
        public Away begin() throws Exception {
            String role = role();
            execute("alter role " + role + " connection limit 0");
            breakConnections();
            return () -> execute("alter role " + role + " connection limit -1");
        }
    };

    /** The outage, which ends when it is closed. */
    public interface Away extends AutoCloseable {}

    public abstract Away begin() throws Exception;

    /** Ends the sessions that the service has now; it may open new ones. */
    static void breakConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role() + "'");
    }

    private static String role() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Databases.connect("postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql);
        }
    }
}
