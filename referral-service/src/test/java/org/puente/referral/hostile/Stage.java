package org.puente.referral.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.puente.contracts.Fact;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Wire;

/** Plays attempts side by side: each step of all of them, then the next. */
final class Stage {
    private static final Duration LONG = Duration.ofSeconds(90);

    private static final String TAKEN = """
            select count(*) from json_array_elements_text(cast(? as json)) as id
            where exists (select 1 from inbox where inbox.id = cast(id.value as uuid))
               or exists (select 1 from dead_letter where position(id.value in headers) > 0)
            """;

    private static final Set<UUID> SENT = ConcurrentHashMap.newKeySet();

    private Stage() {}

    static void play(List<Attempt> attempts) {
        attempts.forEach(Attempt::begin);
        settle();
        attempts.forEach(Attempt::publish);
        settle();
        attempts.forEach(Attempt::look);
        attempts.forEach(Attempt::answer);
        settle();
    }

    /** Sends a fact to Guatemala as a node's own principal. */
    static void sends(String node, Fact fact) {
        sends(UUID.randomUUID(), node, fact);
    }

    /** The same under an id of the sender's choice. */
    static void sends(UUID id, String node, Fact fact) {
        SENT.add(id);
        Wire.publish(id, node, "referral", "gtm", fact);
    }

    /** Publishes a fact that is for all. */
    static void publishes(String node, Fact fact) {
        SENT.add(Wire.publish(node, "registry", fact));
    }

    /** Waits until the service has taken in, or put aside, all that was published. */
    static void settle() {
        await().atMost(LONG).untilAsserted(() -> assertThat(count()).isEqualTo(SENT.size()));
        SENT.clear(); // what another test puts back to a backup is no loss then
    }

    private static long count() {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setString(1, Json.write(SENT));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
