package org.puente.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;

/** What may be done to dead letters, and by whom (ADR 022). The service is of the node gtm. */
@QuarkusTest
class DeadLetterTest extends DeadLetterSlice {
    @Test
    void aFactOfAnotherNodeIsNotMended() throws SQLException {
        CapacityChanged fact = fact("hnd", 0);
        UUID id = letter("hnd", fact, "no JSON", "unreadable");
        mend(id, Json.write(fact), "repaired").statusCode(422).body("type", equalTo("urn:puente:problem:mend-foreign"));
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void aPlaceInThisListIsNoneInAnother() throws SQLException {
        for (int i = 0; i < 2; i++) {
            letter("gtm", fact("gtm", i), "no JSON", "unreadable");
        }
        String next = given().auth()
                .oauth2(OWN)
                .get("/v1/dead-letters?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        given().auth().oauth2(OWN).get("/v1/dead-letters?cursor=" + next).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.region("auditor"))
                .get("/v1/audit?cursor=" + next)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:puente:problem:cursor-unknown"));
    }

    @Test
    void aFactOfThisNodeIsMendedByItsOperator() throws SQLException {
        CapacityChanged fact = fact("gtm", 0);
        UUID id = letter("gtm", fact, "no JSON", "unreadable");
        mend(id, Json.write(fact), "repaired").statusCode(200).body("state", equalTo("replayed"));
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    @Test
    void theTextsBeforeAndAfterAMendAreKeptWithWhoAndWhy() throws SQLException {
        CapacityChanged fact = fact("gtm", 0);
        UUID id = letter("gtm", fact, "no JSON", "unreadable");
        mend(id, Json.write(fact), "repaired").statusCode(200);
        show(OWN, id)
                .body("deeds", hasSize(1))
                .body("deeds[0].deed", equalTo("mended"))
                .body("deeds[0].actor", equalTo("person"))
                .body("deeds[0].reason", equalTo("repaired"))
                .body("deeds[0].before", equalTo("no JSON"))
                .body("deeds[0].after", equalTo(Json.write(fact)))
                .body("payload", equalTo("no JSON"));
        given().auth()
                .oauth2(Tokens.region("auditor"))
                .queryParam("subject", id.toString())
                .get("/v1/audit")
                .then()
                .body("items.action", equalTo(List.of("dead-letter.mended")))
                .body("items.why", equalTo(List.of("repaired")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offerId", "institution", "node"})
    void noIdOfAMendedFactChanges(String member) throws Exception {
        CapacityChanged fact = fact("gtm", 0);
        String broken = Json.write(fact).replace("\"waitlist\":0", "\"waitlist\":\"none\"");
        UUID id = letter("gtm", fact, broken, "unreadable");
        Map<String, Object> other = members(Json.write(fact));
        other.put(member, "gtm-another");
        mend(id, Json.write(other), "repaired")
                .statusCode(422)
                .body("type", equalTo("urn:puente:problem:mend-other-ids"))
                .body("detail", containsString("/" + member));
        assertThat(effects(fact.subject())).isZero();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(String json) {
        return new LinkedHashMap<>(Json.read(json, Map.class));
    }

    @Test
    void anEnvelopeIsNotMended() throws SQLException {
        UUID id = letter("gtm", fact("gtm", 0), "no JSON", "unreadable");
        post(OWN, "/v1/dead-letters/" + id + "/replay", Map.of("headers", Map.of("ce_id", "x")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/headers"));
    }

    @Test
    void aMendNeedsAReason() throws SQLException {
        CapacityChanged fact = fact("gtm", 0);
        UUID id = letter("gtm", fact, "no JSON", "unreadable");
        mend(id, Json.write(fact), null).statusCode(400);
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void anAttemptThatFailsIsWrittenDown() throws SQLException {
        UUID id = letter("gtm", fact("gtm", 0), "no JSON", "unreadable");
        mend(id, "no JSON either", "a try").statusCode(422);
        show(OWN, id)
                .body("deeds.deed", equalTo(List.of("refused")))
                .body("deeds[0].after", equalTo("no JSON either"))
                .body("attempts", equalTo(1))
                .body("state", equalTo("waiting"));
    }

    @Test
    void theRegionsOperatorLooksAndTouchesNothing() throws SQLException {
        CapacityChanged fact = fact("gtm", 0);
        UUID id = letter("gtm", fact, Json.write(fact), "unexpected");
        String region = Tokens.region("operator");
        show(region, id).statusCode(200);
        for (String deed : List.of(id + "/replay", id + "/discard", "replay")) {
            post(region, "/v1/dead-letters/" + deed, Map.of("reason", "because"))
                    .statusCode(403)
                    .body("type", equalTo("urn:puente:problem:only-own-operators"));
        }
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void anotherNodesOperatorSeesNothing() throws SQLException {
        UUID id = letter("gtm", fact("gtm", 0), "no JSON", "unreadable");
        String other = Tokens.operator("hnd");
        show(other, id).statusCode(404);
        post(other, "/v1/dead-letters/" + id + "/discard", Map.of("reason", "x"))
                .statusCode(404);
    }

    /** As {@code curl -X POST} sends it. */
    @Test
    void aReplayAsItCameNeedsNoBody() throws Exception {
        CapacityChanged fact = fact("hnd", 0);
        UUID id = letter("hnd", fact, Json.write(fact), "unexpected");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestHTTPResourceManager.getUri() + "/v1/dead-letters/" + id + "/replay"))
                .header("Authorization", "Bearer " + OWN)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    @Test
    void anEmptyBodyThatIsCalledAFormIsNoBodyEither() throws SQLException {
        CapacityChanged fact = fact("hnd", 0);
        UUID id = letter("hnd", fact, Json.write(fact), "unexpected");
        given().auth()
                .oauth2(OWN)
                .post("/v1/dead-letters/{id}/replay", id.toString())
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsDiscardedCountsNoMore() throws SQLException {
        UUID id = letter("hnd", fact("hnd", 0), "no JSON", "unreadable");
        discard(id, "a probe").statusCode(200).body("state", equalTo("discarded"));
        list("waiting").body("items.id", not(hasItem(id.toString())));
        list("discarded").body("items.id", hasItem(id.toString()));
        show(OWN, id).body("deeds[0].deed", equalTo("discarded")).body("deeds[0].reason", equalTo("a probe"));
        discard(id, "again").statusCode(409);
    }

    @Test
    void whatWasDiscardedByMistakeIsReplayed() throws SQLException {
        CapacityChanged fact = fact("hnd", 0);
        UUID id = letter("hnd", fact, Json.write(fact), "unexpected");
        discard(id, "a mistake").statusCode(200);
        post(OWN, "/v1/dead-letters/" + id + "/replay", Map.of()).statusCode(200);
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"  \"}", ""})
    void aDiscardNeedsAReason(String body) throws SQLException {
        UUID id = letter("hnd", fact("hnd", 0), "no JSON", "unreadable");
        given().auth()
                .oauth2(OWN)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/dead-letters/{id}/discard", id.toString())
                .then()
                .statusCode(400);
    }

    @Test
    void manyAreReplayedByTheirCauseAndInBounds() throws SQLException {
        String cause = "unexpected-" + UUID.randomUUID();
        CapacityChanged refused = fact("hnd", 13);
        letter("hnd", refused, Json.write(refused), cause);
        for (int i = 0; i < 3; i++) {
            CapacityChanged fact = fact("hnd", 0);
            letter("hnd", fact, Json.write(fact), cause);
        }
        bulk(Map.of("cause", cause, "most", 2)).body("replayed", equalTo(1)).body("refused", equalTo(1));
        bulk(Map.of("cause", cause)).body("replayed", equalTo(2)).body("left", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aBulkOutOfBoundsIsRefused(int most) {
        post(OWN, "/v1/dead-letters/replay", Map.of("most", most)).statusCode(400);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        list("gone").statusCode(400);
    }

    private ValidatableResponse mend(UUID id, String payload, String reason) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("payload", payload));
        if (reason != null) {
            body.put("reason", reason);
        }
        return post(OWN, "/v1/dead-letters/" + id + "/replay", body);
    }

    private ValidatableResponse discard(UUID id, String reason) {
        return post(OWN, "/v1/dead-letters/" + id + "/discard", Map.of("reason", reason));
    }

    private ValidatableResponse bulk(Map<String, Object> body) {
        return post(OWN, "/v1/dead-letters/replay", body).statusCode(200);
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse show(String token, UUID id) {
        return given().auth()
                .oauth2(token)
                .get("/v1/dead-letters/{id}", id.toString())
                .then();
    }
}
