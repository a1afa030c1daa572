package org.puente.platform.testing;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.puente.platform.persistence.Epoch;

/**
 * A backup of a service's database, taken and put back while the service runs: what a dump holds,
 * kept in a schema beside.
 */
public final class Backup {
    private static final String TABLES = "select quote_ident(tablename) from pg_tables where schemaname = 'public'"
            + " and tablename <> 'flyway_schema_history'";

    private static final String SEQUENCES =
            "select quote_ident(sequencename) from pg_sequences where schemaname = 'public'";

    private static final String COLUMNS = "select string_agg(quote_ident(column_name), ',' order by ordinal_position)"
            + " from information_schema.columns where table_schema = 'public'"
            + " and is_generated = 'NEVER' and quote_ident(table_name) = '%s'";

    private final String database;

    private Backup(String database) {
        this.database = database;
    }

    /** Takes one of a database, e.g. {@code gtm_reception}; one that was taken before is gone. */
    public static Backup of(String database) {
        Backup backup = new Backup(database);
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("drop schema if exists backup cascade");
            statement.execute("create schema backup");
            for (String table : list(statement, TABLES)) {
                statement.execute("create table backup.%1$s as table public.%1$s".formatted(table));
            }
            for (String sequence : list(statement, SEQUENCES)) {
                statement.execute(
                        "create table backup.seq_%1$s as select last_value, is_called from %1$s".formatted(sequence));
            }
            connection.commit();
            return backup;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts it in the place of what is there now, and says so to the service. One that is in the way
     * is waited for.
     */
    public void restore() {
        FrequentTicks.halt(CDI.current().select(Epoch.class).get().token());
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(this::restored);
    }

    private boolean restored() throws SQLException {
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no trigger, no order
            List<String> tables = list(statement, TABLES);
            statement.execute("truncate " + String.join(",", tables));
            for (String table : tables) {
                String columns = list(statement, COLUMNS.formatted(table)).getFirst();
                statement.execute("insert into public.%1$s (%2$s) overriding system value select %2$s from backup.%1$s"
                        .formatted(table, columns));
            }
            for (String sequence : list(statement, SEQUENCES)) {
                statement.execute(
                        "select setval('public.%1$s', last_value, is_called) from backup.seq_%1$s".formatted(sequence));
            }
            statement.execute("select puente_restored()");
            connection.commit();
            return true;
        }
    }

    private static List<String> list(Statement statement, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
