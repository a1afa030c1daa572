package org.puente.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.FactType;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;

@Tag("containers")
@QuarkusTest
class IntakeTest extends PlatformTestBase {

    @Test
    void aFactThatComesTwiceHasOneEffect() {
        CapacityChanged fact = fact("hnd", 0);
        Map<String, String> headers = headers(UUID.randomUUID(), "hnd", fact);
        put("hnd", headers, fact.subject(), Json.write(fact));
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
        put("hnd", headers, fact.subject(), Json.write(fact));
        afterTheStreamWentOnPast(fact.subject());
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    @Test
    void whatTheServiceHasNoUseForIsPassedOverUnread() {
        CapacityChanged fact = fact("hnd", 0);
        Map<String, String> headers = new HashMap<>(headers(UUID.randomUUID(), "hnd", fact));
        headers.put("ce_type", FactType.OFFER_PUBLISHED.type());
        put("hnd", headers, fact.subject(), "no JSON");
        afterTheStreamWentOnPast(fact.subject());
        assertThat(causeOf(fact.subject())).isNull();
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void aPoisonRecordIsPutAsideAndTheStreamGoesOn() {
        CapacityChanged fact = fact("hnd", 0);
        put("hnd", headers(UUID.randomUUID(), "hnd", fact), fact.subject(), "{\"offerId\":");
        afterTheStreamWentOnPast(fact.subject());
        assertThat(causeOf(fact.subject())).isEqualTo("unreadable");
    }

    /** Of a release that published it in a known type, which none may. */
    @Test
    void aRecordWithAWordThatThisReleaseDoesNotKnowIsPutAsideWhole() {
        CapacityChanged fact = fact("hnd", 0);
        String later = Json.write(fact).replaceFirst("\"unit\":\"[a-z-]+\"", "\"unit\":\"word-of-later\"");
        put("hnd", headers(UUID.randomUUID(), "hnd", fact), fact.subject(), later);
        afterTheStreamWentOnPast(fact.subject());
        assertThat(causeOf(fact.subject())).isEqualTo("unreadable");
    }

    @Test
    void aRecordWithoutHeadersIsPutAside() {
        String key = "capacity/" + UUID.randomUUID();
        put("hnd", Map.of(), key, "{}");
        afterTheStreamWentOnPast(key);
        assertThat(causeOf(key)).isEqualTo("header-missing");
    }

    @Test
    void aFactThatSpeaksForAnotherNodeIsPutAside() {
        CapacityChanged fact = fact("mex", 0);
        put("hnd", headers(UUID.randomUUID(), "mex", fact), fact.subject(), Json.write(fact));
        afterTheStreamWentOnPast(fact.subject());
        assertThat(causeOf(fact.subject())).isEqualTo("foreign-source");
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void aFactThatBreaksARuleDoesNotTakeItsBatchWithIt() {
        CapacityChanged before = fact("hnd", 0);
        CapacityChanged broken = fact("hnd", 13);
        CapacityChanged after = fact("hnd", 0);
        put("hnd", before);
        put("hnd", broken);
        put("hnd", after);
        await().atMost(SOON).until(() -> effects(before.subject()) == 1 && effects(after.subject()) == 1);
        await().atMost(SOON).until(() -> "rule-broken".equals(causeOf(broken.subject())));
        assertThat(effects(broken.subject())).isZero();
    }

    /** Ids are no secret: every node reads the others' directories. */
    @Test
    void aFactIsNotKeptOutByAnotherNodesUnderItsId() {
        UUID id = UUID.randomUUID();
        CapacityChanged squat = fact("mex", 0);
        CapacityChanged fact = fact("hnd", 0);
        put("mex", headers(id, "mex", squat), squat.subject(), Json.write(squat));
        await().atMost(SOON).until(() -> effects(squat.subject()) == 1);
        put("hnd", headers(id, "hnd", fact), fact.subject(), Json.write(fact));
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
    }

    /** The newest state of an entry stands: nothing true could ever take the place of this one. */
    @Test
    void anEntryOfTheDirectoryThatHasYetToBeginIsPutAside() {
        CapacityChanged now = fact("hnd", 0);
        CapacityChanged early = new CapacityChanged(
                now.offerId(),
                now.institution(),
                now.node(),
                now.available(),
                now.maximum(),
                now.unit(),
                now.waitlist(),
                Instant.now().plus(Duration.ofDays(2)));
        put("hnd", early);
        afterTheStreamWentOnPast(early.subject());
        assertThat(causeOf(early.subject())).isEqualTo("from-the-future");
        assertThat(effects(early.subject())).isZero();
    }

    static Stream<Arguments> outsize() {
        String open = "{\"offerId\":";
        return Stream.of(
                arguments("nested deeply", "[".repeat(400_000)),
                arguments("nested deeply in a field", open + "{\"a\":".repeat(100_000)),
                arguments("a long text", open + '"' + "x".repeat(900_000) + "\"}"),
                arguments("a long name", "{\"" + "x".repeat(900_000) + "\":1}"),
                arguments("a long number", "{\"available\":" + "9".repeat(900_000) + "}"),
                arguments("a high exponent", "{\"available\":1e999999999}"),
                arguments("many fields", "{" + "\"a\":1,".repeat(100_000) + "\"b\":1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outsize")
    void whatIsOutOfSizeIsPutAsideAndTheStreamGoesOn(String what, String payload) {
        CapacityChanged fact = fact("hnd", 0);
        put("hnd", headers(UUID.randomUUID(), "hnd", fact), fact.subject(), payload);
        afterTheStreamWentOnPast(fact.subject());
        assertThat(causeOf(fact.subject())).isEqualTo("unreadable");
    }

    @Test
    void headersThatNoDatabaseKeepsArePutAsideAndTheStreamGoesOn() {
        String key = "capacity/" + UUID.randomUUID();
        put("hnd", Map.of("ce\u0000id", "\u0000", "ce_id", "x".repeat(900_000)), key, "{}");
        afterTheStreamWentOnPast(key);
        assertThat(causeOf(key)).isEqualTo("header-missing");
    }

    @Test
    void aMendedRecordIsTakenInOnce() {
        CapacityChanged fact = fact("gtm", 0);
        put("gtm", headers(UUID.randomUUID(), "gtm", fact), fact.subject(), "not JSON");
        await().atMost(SOON).until(() -> causeOf(fact.subject()) != null);
        String id = idOf(fact.subject());
        replay(id, Map.of()).statusCode(422);
        Map<String, String> mend = Map.of("payload", Json.write(fact), "reason", "it was cut off");
        replay(id, mend).statusCode(200);
        replay(id, Map.of()).statusCode(409);
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    /** Ids can be read on topics that all read: what is published first under one decides nothing. */
    @Test
    void aNodeThatUsesAnothersIdFirstTakesNothingFromIt() {
        UUID id = UUID.randomUUID();
        CapacityChanged lie = fact("mex", 0);
        CapacityChanged truth = fact("hnd", 0);
        put("mex", headers(id, "mex", lie), lie.subject(), Json.write(lie));
        await().atMost(SOON).until(() -> effects(lie.subject()) == 1);
        put("hnd", headers(id, "hnd", truth), truth.subject(), Json.write(truth));
        await().atMost(SOON).until(() -> effects(truth.subject()) == 1);
    }

    @Test
    void aFactThatAFormerReleaseTookInHasNoSecondEffect() throws SQLException {
        UUID id = UUID.randomUUID();
        assertThat(takeAsAFormerRelease(id)).isEqualTo(1);
        CapacityChanged fact = fact("hnd", 0);
        put("hnd", headers(id, "hnd", fact), fact.subject(), Json.write(fact));
        afterTheStreamWentOnPast(fact.subject());
        assertThat(effects(fact.subject())).isZero();
    }

    @Test
    void aFormerReleaseSeesWhatThisOneTookIn() throws SQLException {
        UUID id = UUID.randomUUID();
        CapacityChanged fact = fact("hnd", 0);
        put("hnd", headers(id, "hnd", fact), fact.subject(), Json.write(fact));
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
        assertThat(takeAsAFormerRelease(id)).isZero();
    }

    private int takeAsAFormerRelease(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into inbox (consumer, id) values ('gtm.registry', ?)" + " on conflict do nothing")) {
            insert.setObject(1, id);
            return insert.executeUpdate();
        }
    }

    @Test
    void anotherNodesOperatorDoesNotSeeDeadLetters() {
        given().auth()
                .oauth2(Tokens.of("hnd", "hnd-x", "operator"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:puente:problem:other-node"));
    }

    @Test
    void theChannelDefinesWhatBecomesOfAFailure() {
        assertThat(ConfigProvider.getConfig().getValue("mp.messaging.incoming.facts.failure-strategy", String.class))
                .isEqualTo("fail");
    }

    /** A later record of its partition is taken in. */
    private void afterTheStreamWentOnPast(String key) {
        CapacityChanged next = factBeside(key, "hnd");
        put("hnd", next);
        await().atMost(SOON).until(() -> effects(next.subject()) == 1);
    }

    private ValidatableResponse replay(String id, Map<String, String> mend) {
        return given().auth()
                .oauth2(Tokens.operator("gtm"))
                .contentType(ContentType.JSON)
                .body(mend)
                .post("/v1/dead-letters/{id}/replay", id)
                .then();
    }

    private String causeOf(String key) {
        return deadLetter(key, "cause");
    }

    private String idOf(String key) {
        return deadLetter(key, "id");
    }

    private String deadLetter(String key, String field) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .queryParam("limit", 500)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.key == '" + key + "' }?." + field);
    }
}
