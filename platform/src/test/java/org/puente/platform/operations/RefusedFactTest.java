package org.puente.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

/** A fact that the broker refused for good waits for an operator, and not for the broker. */
@QuarkusTest
class RefusedFactTest extends PlatformTestBase {
    private static final long A_DAY_SECONDS = 86_400;

    @Inject
    MeterRegistry metrics;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void refuseAFactOfTwoDaysAgo() throws SQLException {
        long before = count("select count(*) from outbox where refused is not null and aggregateid <> ?", "");
        await().atMost(SOON).ignoreExceptions().until(() -> gauge("puente.outbox.refused") == before);
        update("""
            insert into outbox (id, aggregatetype, aggregateid, type, source, occurred_at, payload, written_at, refused)
            values (?, 'puente.gtm.directory', 'gtm-x', 'offer.published.v1', '/gtm/registry', now(), '{}',
                    now() - interval '2 days', 'RecordTooLargeException')
            """);
        await().atMost(SOON).ignoreExceptions().until(() -> gauge("puente.outbox.refused") == before + 1);
    }

    @AfterEach
    void forgetIt() throws SQLException {
        update("delete from outbox where id = ?");
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    @Test
    void itMakesTheOutboxNoOlder() {
        assertThat(gauge("puente.outbox.age")).isLessThan(A_DAY_SECONDS);
    }
}
