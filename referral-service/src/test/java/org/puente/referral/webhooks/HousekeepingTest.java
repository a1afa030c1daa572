package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.puente.platform.sealing.NodeKeys;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class HousekeepingTest extends WebhookSlice {
    @Inject
    Housekeeping housekeeping;

    @Inject
    NodeKeys keys;

    @Inject
    DataSource database;

    @ConfigProperty(name = "puente.keys.public")
    Path publicFile;

    @ConfigProperty(name = "puente.keys.private")
    Path privateFile;

    @Test
    void aSecretOutlivesTheKeyThatItWasSealedTo() throws Throwable {
        JsonWebKeySet before = keys.own();
        String secret = register().getString("secret");
        JsonWebKey added = RegionFacts.key("gtm-added");
        try {
            write(new JsonWebKeySet(added, before.getJsonWebKeys().getFirst()));
            VertxContextSupport.subscribeAndAwait(housekeeping::tick);
            write(new JsonWebKeySet(added));
            Receiver.Call call = calls(received(), 1).getFirst();

            assertThat(call.signature())
                    .isEqualTo(StandardWebhooks.sign(secret, call.id(), Long.parseLong(call.timestamp()), call.body()));
        } finally {
            write(before);
        }
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatWaitsIsNot() throws Throwable {
        String webhook = register().getString("id");
        calls(received(), 2);
        await().atMost(SOON).until(() -> deliveries(webhook, "delivered").size() == 2);
        receiver.alwaysAnswer(Receiver.SAY_NOTHING);
        calls(received(), 1);
        await().atMost(SOON).until(() -> deliveries(webhook, "pending").size() == 2);
        age();
        VertxContextSupport.subscribeAndAwait(housekeeping::tick);

        assertThat(deliveries(webhook, "delivered")).isEmpty();
        assertThat(deliveries(webhook, "pending")).hasSize(2);
    }

    /** Two releases may run side by side on one database. */
    @Test
    void aColumnOfALaterReleaseStopsNoDelivery() throws Throwable {
        register();
        Rows.change("alter table webhook add column of_a_later_release text");
        try {
            VertxContextSupport.subscribeAndAwait(housekeeping::tick);
            assertThat(calls(received(), 1)).isNotEmpty();
        } finally {
            Rows.change("alter table webhook drop column of_a_later_release");
        }
    }

    private void age() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update webhook_delivery set last_at = now() - interval '31 days'");
        }
    }

    private void write(JsonWebKeySet set) throws IOException {
        put(privateFile, set.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        put(publicFile, set.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    /** At once: the service reads them at any time. */
    private static void put(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
