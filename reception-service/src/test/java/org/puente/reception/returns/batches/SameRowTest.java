package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

/** A batch writes its rows by statements of its own: they must not leave out what a single registration writes. */
@QuarkusTest
class SameRowTest extends BatchTestBase {
    /** What no two rows have in common, or says when it was written; whether there is any is compared all the same. */
    private static final Set<String> OWN = Set.of(
            "id",
            "case_id",
            "person_id",
            "dossier_id",
            "visit_dossier_id",
            "status_mark",
            "registered_at",
            "modified_at",
            "recorded_at",
            "sealed");

    @ParameterizedTest
    @ValueSource(strings = {"return_case", "consent", "person_match"})
    void isWrittenBySingleRegistrationAndBatchAlike(String table) throws SQLException {
        RegistrationForm form = RegistrationForm.filled();
        String single = register(form).path("caseId");

        String row = send(form.with("/key", "'" + UUID.randomUUID() + "'"))
                .texts("caseId")
                .getFirst();

        assertThat(columns(table, row)).isEqualTo(columns(table, single));
    }

    private Map<String, String> columns(String table, String caseId) throws SQLException {
        String sql = "select cast(to_jsonb(it) as text) from %s it where case_id = '%s'".formatted(table, caseId);
        try (Connection connection = databaseConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).as("a row of " + table).isTrue();
            Map<String, String> columns = new TreeMap<>();
            Json.read(result.getString(1), ObjectNode.class).properties().forEach(column -> {
                String value = column.getValue().toString();
                String compared = column.getValue().isNull() ? "nothing" : "something";
                columns.put(column.getKey(), OWN.contains(column.getKey()) ? compared : value);
            });
            return columns;
        }
    }
}
