package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.json.Json;
import org.puente.referral.Strict;

/** As in production: webhooks go to the public internet only. */
@QuarkusTest
@TestProfile(Strict.class)
class PrivateTargetsTest extends WebhookSlice {
    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/, url-private",
        "https://localhost/, url-private",
        "https://2130706433/, url-private",
        "https://[::1]/, url-private",
        "https://[::ffff:169.254.169.254]/, url-private",
        "https://169.254.169.254/latest/meta-data, url-private",
        "https://10.1.2.3:8443/, url-private",
        "https://[fd00::1]/, url-private",
        "http://93.184.215.14/, url-not-https"
    })
    void refusesAnAddressThatIsNotOnThePublicInternet(String url, String code) {
        as(OWN).body(Json.write(Map.of("url", url)))
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors.code", contains(code));
    }

    @Test
    void refusesItAtDeliveryTooWhateverItWasWhenRegistered() throws SQLException {
        String webhook = register(Map.of("url", "https://93.184.215.14/")).getString("id");
        move(webhook, "https://127.0.0.1:" + receiver.port() + "/");
        received();
        await().atMost(SOON)
                .until(() -> deliveries(webhook, "pending").stream()
                        .anyMatch(one -> "url-private".equals(one.get("lastError"))));
        assertThat(receiver.calls).isEmpty();
    }

    /** As if the name meant another address now. */
    private void move(String webhook, String url) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update webhook set url = ? where id = cast(? as uuid)")) {
            update.setString(1, url);
            update.setString(2, webhook);
            update.executeUpdate();
        }
    }
}
