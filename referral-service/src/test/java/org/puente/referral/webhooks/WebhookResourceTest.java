package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.json.Json;

@QuarkusTest
class WebhookResourceTest extends WebhookSlice {
    @Inject
    DataSource database;

    @Test
    void theSecretIsShownOnceOnly() {
        String id = post(receiver.url(), null)
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("id");

        as(OWN).get("/v1/webhooks/{id}", id).then().body("$", not(hasKey("secret")));
        as(OWN).get("/v1/webhooks").then().body("items[0]", not(hasKey("secret")));
    }

    @Test
    void theSecretLiesNowhereInTheDatabase() throws SQLException {
        String secret =
                post(receiver.url(), UUID.randomUUID().toString()).extract().path("secret");

        assertThat(dump("webhook") + dump("idempotency_key") + dump("audit"))
                .contains(receiver.url())
                .doesNotContain(secret, secret.substring("whsec_".length()));
    }

    @Test
    void aRegistrationThatIsRepeatedGivesTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = post(receiver.url(), key).extract().path("$");

        assertThat(post(receiver.url(), key).extract().<Map<String, Object>>path("$"))
                .isEqualTo(first);
        assertThat(as(OWN).get("/v1/webhooks").path("items.size()").toString()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/, url-not-https",
        "/hook, url-unreadable",
        "https:, url-unreadable",
        "https://a b/, url-unreadable",
        "https://user:word@example.org/, url-unreadable",
        "https://example.org/#part, url-unreadable",
        "https://example.org:65536/, url-unreadable",
        "https://nobody.invalid/, url-unknown-host"
    })
    void refusesWhatIsNoTarget(String url, String code) {
        post(url, null).statusCode(400).body("errors.pointer", contains("/url")).body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": null}",
                "{\"url\": \"https://93.184.215.14/\", \"boxes\": [\"lost\"]}",
                "{\"url\": \"https://93.184.215.14/\", \"boxes\": [null]}",
                "{\"url\": \"https://93.184.215.14/\", \"statuses\": [\"lost\"]}",
                "{\"url\": \"https://93.184.215.14/\", \"secret\": \"mine\"}"
            })
    void refusesABodyThatItDoesNotUnderstand(String body) {
        as(OWN).body(body).post("/v1/webhooks").then().statusCode(400);
    }

    @Test
    void anInstitutionHasOnlySoMany() {
        try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 14).forEach(i -> desks.execute(() -> post(receiver.url(), null)));
        }
        assertThat(as(OWN).get("/v1/webhooks").path("items.size()").toString()).isEqualTo("10");
        post(receiver.url(), null).statusCode(409).body("type", equalTo("urn:puente:problem:too-many-webhooks"));
    }

    @Test
    void itIsChangedByWhoHasReadIt() {
        String id = register().getString("id");
        String tag = as(OWN).get("/v1/webhooks/{id}", id).header("ETag");

        put(id, null).statusCode(428);
        put(id, tag).statusCode(200).body("boxes", contains("outgoing"));
        put(id, tag).statusCode(412);
    }

    @Test
    void deliveringDoesNotMakeACopyStale() {
        String id = register().getString("id");
        String tag = as(OWN).get("/v1/webhooks/{id}", id).header("ETag");
        calls(received(), 2);
        await().atMost(SOON).until(() -> deliveries(id, "delivered").size() >= 2);
        put(id, tag).statusCode(200);
    }

    @Test
    void othersFindNothingThere() {
        String id = register().getString("id");
        String body = Json.write(Map.of("url", receiver.url()));
        String path = "/v1/webhooks/" + id;

        as("gtm-stranger").get(path).then().statusCode(404);
        as("gtm-stranger").body(body).header("If-Match", "*").put(path).then().statusCode(404);
        as("gtm-stranger").delete(path).then().statusCode(404);
        as("gtm-stranger").post(path + "/enable").then().statusCode(404);
        as("gtm-stranger").post(path + "/secret").then().statusCode(404);
        as("gtm-stranger").get(path + "/deliveries").then().statusCode(404);
        as("gtm-onlooker").get("/v1/webhooks").then().body("items.size()", equalTo(0));
    }

    @Test
    void whatIsRemovedIsGone() {
        String id = register().getString("id");
        as(OWN).delete("/v1/webhooks/{id}", id).then().statusCode(204);

        as(OWN).get("/v1/webhooks/{id}", id).then().statusCode(404);
    }

    private static ValidatableResponse post(String url, String key) {
        var request = as(OWN).body(Json.write(Map.of("url", url)));
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/webhooks")
                .then();
    }

    private ValidatableResponse put(String id, String ifMatch) {
        var request = as(OWN).body("{\"url\": \"%s\", \"boxes\": [\"outgoing\"]}".formatted(receiver.url()));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/webhooks/{id}", id)
                .then();
    }

    private String dump(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(t::text, ' ') from " + table + " t")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
