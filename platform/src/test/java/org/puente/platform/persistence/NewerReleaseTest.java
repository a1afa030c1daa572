package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.PlatformTestBase;

/**
 * A database that a newer release has migrated: while two releases run side by side, and after a
 * rollback.
 */
@QuarkusTest
class NewerReleaseTest extends PlatformTestBase {
    private static final String APPLIED = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                               installed_by, execution_time, success)
            select max(installed_rank) + 1, ?, 'of a newer release', 'SQL', 'of-a-newer-release.sql', 1,
                   current_user, 1, true
            from flyway_schema_history
            """;

    @Inject
    Flyway flyway;

    /** Above all that this release has, and below its newest: platform's are below every service's. */
    @ParameterizedTest
    @ValueSource(strings = {"999", "0.1.1"})
    void anOlderInstanceStarts(String migration) throws SQLException {
        execute(APPLIED, migration);
        try {
            assertThatCode(flyway::migrate).doesNotThrowAnyException();
        } finally {
            execute("delete from flyway_schema_history where version = ?", migration);
        }
    }

    private void execute(String statement, String migration) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, migration);
            prepared.executeUpdate();
        }
    }
}
