package org.puente.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.identity.Identity;
import org.puente.reception.identity.MatchLevel;
import org.puente.reception.identity.MatchRows;
import org.puente.reception.identity.MatchTable;

/** A database with the table of matching as the service has it, and one that finds what is exactly the same. */
final class MatchDatabase implements AutoCloseable {
    private static final String NAME = "bench_matching";
    private static final String SECRET = "a secret of the bench";
    private static final InstitutionId DESK = new InstitutionId("gtm-igm");

    private static final String[] TABLES = {
        "create table return_case (case_id uuid primary key, person_id uuid not null, institution text not null)",
        "create table exact_match (case_id uuid primary key, print text not null)",
        "create index exact_match_print on exact_match (print)"
    };

    private static final List<String> MIGRATIONS =
            List.of("V21__person_matching.sql", "V23_2__candidates_by_person.sql");

    /** As in RECORD_AND_FIND: stores, and finds what was there before. */
    private static final String EXACT = """
        with asked as (
            select cast(line ->> 'caseId' as uuid) as case_id, line ->> 'print' as print
            from json_array_elements(cast(? as json)) as line),
        stored as (insert into exact_match (case_id, print) select case_id, print from asked)
        select asked.case_id, same.case_id, one.person_id, one.institution
        from asked join exact_match same on same.print = asked.print
        join case_person one on one.case_id = same.case_id
        """;

    private final Connection connection;
    private final Fingerprints fingerprints = Fingerprints.under(SECRET);

    private MatchDatabase(Connection connection) {
        this.connection = connection;
    }

    static MatchDatabase open(Database admin) throws SQLException, IOException {
        admin.run("drop database if exists " + NAME + " with (force)", "create database " + NAME);
        Connection connection = new Database(admin.port(), NAME, admin.role(), admin.password()).connect();
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            for (String migration : MIGRATIONS) {
                statement.execute(read("/db/migration/" + migration));
            }
            statement.execute("set enable_seqscan = off");
            statement.execute("set jit = off");
        }
        return new MatchDatabase(connection);
    }

    private static String read(String file) throws IOException {
        try (InputStream text = MatchTable.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Stores people as a registration does, and finds who may be the same. */
    Map<CaseId, Map<CaseId, MatchLevel>> match(List<Someone> people) throws SQLException {
        MatchRows rows =
                MatchRows.under(SECRET, people.stream().map(Someone::registrant).toList());
        List<Object[]> found = query(
                MatchTable.RECORD_AND_FIND
                        .replace(":rows", "?")
                        .replace(":key", "?")
                        .replace(":max", String.valueOf(MatchTable.MAX_COMPARED)),
                5,
                rows.json(),
                "bench");
        Map<CaseId, List<Candidate>> candidates = rows.candidates(found, DESK);
        store(people);
        return candidates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .collect(Collectors.toMap(Candidate::caseId, Candidate::level))));
    }

    /** The same of those whose names, birth and sex are exactly the same. */
    Map<CaseId, Map<CaseId, MatchLevel>> exact(List<Someone> people) throws SQLException {
        String rows = people.stream()
                .map(person ->
                        "{\"caseId\":\"%s\",\"print\":\"%s\"}".formatted(person.caseId(), print(person.identity())))
                .collect(Collectors.joining(",", "[", "]"));
        Map<CaseId, Map<CaseId, MatchLevel>> all = new HashMap<>();
        for (Object[] row : query(EXACT, 4, rows)) {
            all.computeIfAbsent(new CaseId((UUID) row[0]), first -> new HashMap<>())
                    .put(new CaseId((UUID) row[1]), MatchLevel.PROBABLE);
        }
        return all;
    }

    private String print(Identity one) {
        String born = one.birthDate() == null
                ? one.bornFrom() + " to " + one.bornTo()
                : one.birthDate().toString();
        return fingerprints.of(one.givenNames(), one.familyNames(), born, one.sex());
    }

    /** The returns that the service stores beside. */
    private void store(List<Someone> people) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into return_case (case_id, person_id, institution, match_due) values (?, ?, ?, false)")) {
            for (Someone person : people) {
                PersonId known = person.registrant().person();
                insert.setObject(1, person.caseId().value());
                insert.setObject(2, known.value());
                insert.setString(3, DESK.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<Object[]> query(String sql, int columns, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Object[]> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    void analyse() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** Of a row, with the indexes. */
    double bytes(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "select pg_total_relation_size('%1$s') / (select count(*) from %1$s)".formatted(table))) {
            size.next();
            return size.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
