package org.puente.platform.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
        public Away begin() throws Exception {
            ProcessHandle postmaster = postmaster();
            signal("STOP", List.of(postmaster)); // first, so that it starts no other one
            List<ProcessHandle> started = postmaster.children().toList();
            signal("STOP", started);
            return () -> {
                signal("CONT", started);
                signal("CONT", List.of(postmaster));
            };
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

    private static ProcessHandle postmaster() throws SQLException {
        try (Connection connection = Databases.connect("postgres");
                Statement statement = connection.createStatement();
                // One that lives as long as the server does.
                ResultSet row = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'checkpointer'")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.stream().filter(ProcessHandle::isAlive).forEach(one -> command.add(String.valueOf(one.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Databases.connect("postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql);
        }
    }
}
