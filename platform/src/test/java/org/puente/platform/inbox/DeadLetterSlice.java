package org.puente.platform.inbox;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;

/** Dead letters as a test puts and sees them. The service is of the node gtm. */
abstract class DeadLetterSlice extends PlatformTestBase {
    static final String OWN = Tokens.operator("gtm");
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    static ValidatableResponse list(String state) {
        return given().auth()
                .oauth2(OWN)
                .queryParam("state", state)
                .queryParam("limit", 500)
                .get("/v1/dead-letters")
                .then();
    }

    UUID letter(String node, CapacityChanged fact, String payload, String cause) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into dead_letter (id, topic, partition_no, offset_no,"
                                + " record_key, headers, payload, cause, detail)"
                                + " values (?, ?, 0, ?, ?, ?, convert_to(?, 'UTF8'), ?,"
                                + " '')")) {
            insert.setObject(1, id);
            insert.setString(2, "puente." + node + ".directory");
            insert.setLong(3, OFFSETS.incrementAndGet());
            insert.setString(4, fact.subject());
            insert.setString(5, Json.write(headers(UUID.randomUUID(), node, fact)));
            insert.setString(6, payload);
            insert.setString(7, cause);
            insert.executeUpdate();
        }
        return id;
    }
}
