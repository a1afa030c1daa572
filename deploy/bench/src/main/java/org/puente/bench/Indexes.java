package org.puente.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys and indexes of tables, taken off while many rows are put in, and made again as they
 * were.
 *
 * @param drops what takes them off, what others need last
 * @param makes what makes them again, in the other order
 */
record Indexes(List<String> drops, List<String> makes) {
    private static final String CONSTRAINTS = """
            select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
                   format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname,
                       pg_get_constraintdef(oid)
                           || case when contype = 'f' and convalidated then ' not valid'
                              else '' end)
            from pg_constraint
            where conrelid::regclass::text in (%1$s) and contype in ('p', 'u', 'f')
               or confrelid::regclass::text in (%1$s)
            order by contype = 'f'
            """;
    private static final String OTHERS = """
            select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index
            where indrelid::regclass::text in (%1$s)
              and not exists (select 1 from pg_constraint where conindid = indexrelid)
            """;

    static Indexes of(Connection connection, List<String> tables) throws SQLException {
        String names = tables.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", "));
        List<String> drops = new ArrayList<>();
        List<String> makes = new ArrayList<>();
        for (String query : List.of(CONSTRAINTS, OTHERS)) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query.formatted(names))) {
                while (result.next()) {
                    drops.addFirst(result.getString(1));
                    makes.add(result.getString(2));
                }
            }
        }
        return new Indexes(drops, makes);
    }

    void drop(Connection connection) throws SQLException {
        run(connection, drops);
    }

    void restore(Connection connection) throws SQLException {
        run(connection, makes);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
