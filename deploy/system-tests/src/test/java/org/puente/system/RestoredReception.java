package org.puente.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import org.puente.local.Region;

/**
 * Guatemala's reception, restored in the middle of its work as docs/operating.md says: it is
 * stopped, its database restored whole, told so, and it is started again.
 */
record RestoredReception(Region region, ReceptionClient desk) {
    private static final String SERVICE = "gtm/reception";
    private static final String DATABASE = "gtm_reception";
    private static final String BACKUP = "gtm_reception_backup";
    private static final Duration SOON = Duration.ofMinutes(1);

    /**
     * A return whose consent was withdrawn after the backup, as the desk sees it once it may write
     * again.
     */
    JsonNode afterAWithdrawal(LocalDate returnedOn) {
        JsonNode before = desk.register("restored-1", returnedOn);
        backUp();
        JsonNode since = desk.register("restored-2", returnedOn);
        desk.withdraw(before);
        await().atMost(SOON).until(() -> isPublished("consent.withdrawn", before));

        restore();

        await().atMost(SOON).until(() -> desk.withdraw(since).ok());
        return desk.read(before);
    }

    private boolean isPublished(String type, JsonNode registered) {
        return Topics.dump(region.kafkaAdmin(), "puente\\.gtm\\.returns").stream()
                .filter(record -> Topics.type(record).equals(type))
                .anyMatch(
                        record -> record.key().equals(registered.path("caseId").asText()));
    }

    /** A copy can be taken only while nobody is connected. */
    private void backUp() {
        region.stop(SERVICE);
        run("postgres", "create database %s template %s owner %2$s".formatted(BACKUP, DATABASE));
        region.start(SERVICE);
    }

    private void restore() {
        region.stop(SERVICE);
        run("postgres", "drop database " + DATABASE);
        run("postgres", "alter database %s rename to %s".formatted(BACKUP, DATABASE));
        run(DATABASE, "select puente_restored()");
        region.start(SERVICE);
    }

    /** Connections of a service that has ended may be seen for a moment. */
    private void run(String database, String sql) {
        await().atMost(SOON).ignoreExceptionsInstanceOf(SQLException.class).until(() -> runNow(database, sql));
    }

    /** Any database of the server that has reception's. */
    private String address(String database) {
        return region.database(DATABASE).replaceFirst("[^/]+$", database);
    }

    private boolean runNow(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(database), "postgres", region.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        }
    }
}
