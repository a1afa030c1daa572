package org.puente.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database as a later release has left it, while this release still works on it. */
public final class LaterRelease implements AutoCloseable {
    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """;

    private final String database;
    private final List<String> tables;

    private LaterRelease(String database, List<String> tables) {
        this.database = database;
        this.tables = tables;
    }

    /**
     * Each table has one column more, with a default, until this is closed.
     *
     * @param database of a service, e.g. {@code gtm_referral}
     */
    public static LaterRelease withAColumnMore(String database) throws SQLException {
        LaterRelease later = new LaterRelease(database, tables(database));
        later.alterEach("add column of_a_later_release text not null default 'later'");
        return later;
    }

    /**
     * Writes what only a later release writes.
     *
     * @param statement that changes one row
     */
    public static void write(String database, String statement) throws SQLException {
        assertThat(change(database, statement)).as(statement).isOne();
    }

    /** Changes a table or a view as a later release may. */
    public static void define(String database, String statement) throws SQLException {
        change(database, statement);
    }

    private static int change(String database, String statement) throws SQLException {
        try (Connection connection = Databases.connect(database);
                Statement one = connection.createStatement()) {
            int rows = one.executeUpdate(statement);
            connection.commit();
            return rows;
        }
    }

    private static List<String> tables(String database) throws SQLException {
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            assertThat(tables).isNotEmpty();
            return tables;
        }
    }

    /** Each in a transaction of its own, so that none is locked for longer than it takes. */
    private void alterEach(String change) throws SQLException {
        for (String table : tables) {
            change(database, "alter table \"%s\" %s".formatted(table, change));
        }
    }

    @Override
    public void close() throws SQLException {
        alterEach("drop column of_a_later_release");
    }
}
