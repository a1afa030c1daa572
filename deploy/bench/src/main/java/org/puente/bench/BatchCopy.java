package org.puente.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What a database does with the rows of a batch where nobody asks, matches, seals or publishes: COPY of the rows that
 * the service wrote last, into tables of the same columns and indexes, in one transaction.
 */
final class BatchCopy {
    private static final String LAST = "select case_id from return_case order by registered_at desc limit %d";

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("return_case", "select * from return_case where case_id in (%s)");
        TABLES.put("consent", "select * from consent where case_id in (%s)");
        TABLES.put("person_document", "select * from person_document where case_id in (%s)");
        TABLES.put("registration_key", "select * from registration_key where case_id in (%s)");
    }

    private final Database database;

    BatchCopy(Database database) {
        this.database = database;
        TABLES.keySet()
                .forEach(table -> database.run("create table bare_%1$s (like %1$s including all)".formatted(table)));
    }

    /** Copies the last persons that were registered, and forgets them. */
    double perSecond(int persons) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Map<String, byte[]> rows = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                String query = table.getValue().formatted(LAST.formatted(persons));
                copies.copyOut("copy (" + query + ") to stdout", out);
                rows.put(table.getKey(), out.toByteArray());
            }
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                copies.copyIn(
                        "copy bare_" + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (String table : TABLES.keySet()) {
                statement.execute("truncate bare_" + table);
            }
            connection.commit();
            return persons / seconds;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
