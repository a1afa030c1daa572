package org.puente.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills a reception-service's database as years of registrations would have: a thousand returns a
 * day up to the day of the newest one that is there, which is copied except for what differs from
 * person to person. Every seventh is of somebody who was here before; three of ten came with two
 * others; keys of repetitions are those of the last day; nothing waits to be relayed.
 */
final class Filling {
    /** Of the returns that were filled in. */
    static final int SECONDS_APART = 86;

    /** How many were. */
    static final String COUNT =
            "select count(*) from return_case" + " where case_id < '00ffffff-0000-0000-0000-000000000000'";

    private static final List<String> TABLES = List.of("return_case", "consent", "person_document");

    /** The newest has age 1; ids ascend with time, as those of version 7 do. */
    private static final String RETURNS = """
        insert into return_case (case_id, institution, person_id, returned_on, reception_point,
            household_id, identity_print, dossier_id, version, registered_at, modified_at,
            content, status_mark, born_from, born_to, visit_dossier_due, match_due)
        select pg_temp.id(age, 1), newest.institution, pg_temp.id(pg_temp.person(age), 2),
            newest.returned_on - cast(age / 1000 as integer), newest.reception_point,
            case when mod(age, 10) < 3 then pg_temp.id(age / 10, 3) end,
            pg_temp.mark(pg_temp.person(age), 1), pg_temp.id(age, 4), 1,
            newest.registered_at - age * interval '%1$d seconds',
            newest.modified_at - age * interval '%1$d seconds',
            newest.content, pg_temp.mark(age, 2), newest.born_from, newest.born_to, false, false
        from generate_series(cast(? as bigint), cast(? as bigint), -1) age,
            (select * from return_case order by registered_at desc limit 1) newest
        """.formatted(SECONDS_APART);

    private static final String CONSENTS = """
        insert into consent (id, case_id, terms, valid_until, recorded_at)
        select pg_temp.id(age, 5), pg_temp.id(age, 1), newest.terms, newest.valid_until,
            newest.recorded_at - age * interval '%1$d seconds'
        from generate_series(cast(? as bigint), cast(? as bigint), -1) age,
            (select * from consent order by recorded_at desc limit 1) newest
        """.formatted(SECONDS_APART);

    private static final String DOCUMENTS = """
        insert into person_document (fingerprint, person_id, case_id)
        select pg_temp.mark(age, 3), pg_temp.id(age, 2), pg_temp.id(age, 1)
        from generate_series(cast(? as bigint), cast(? as bigint), -1) age
        where pg_temp.person(age) = age
        """;

    private static final String KEYS = """
        insert into idempotency_key (scope, key, hash, answer, at)
        select scope, pg_temp.mark(one, 4), pg_temp.mark(one, 5), answer, at
        from generate_series(1, 1000) one,
            (select * from idempotency_key order by at desc limit 1) newest
        on conflict do nothing
        """;

    private static final String FUNCTIONS = """
        create function pg_temp.id(age bigint, kind int) returns uuid immutable language sql
            return cast(lpad(to_hex(1000000000 - age), 12, '0') || '-7000-8000-'
                || lpad(to_hex(kind), 12, '0') as uuid);
        create function pg_temp.mark(age bigint, kind int) returns text immutable language sql
            return md5(cast(age as text) || 'a' || cast(kind as text))
                || md5(cast(age as text) || 'b' || cast(kind as text));
        create function pg_temp.person(age bigint) returns bigint immutable language sql
            return case when mod(age, 7) = 0 then age / 7 else age end
        """;

    private Filling() {}

    /**
     * @param database as its owner
     * @param from age of the newest return to add, from 1: how many of the others are newer
     * @param to age of the oldest
     */
    static void fill(Database database, long from, long to) {
        try (Connection connection = database.connect()) {
            Indexes indexes = Indexes.of(connection, TABLES);
            run(connection, "set maintenance_work_mem = '512MB'", FUNCTIONS);
            indexes.drop(connection);
            for (String sql : List.of(RETURNS, CONSENTS, DOCUMENTS)) {
                insert(connection, sql, to, from);
            }
            indexes.restore(connection);
            run(connection, KEYS, "vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(database.name() + ": " + e.getMessage(), e);
        }
    }

    private static void insert(Connection connection, String sql, long oldest, long newest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, oldest);
            statement.setLong(2, newest);
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
