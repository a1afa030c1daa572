package org.puente.referral;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.testing.HeldTable;
import org.puente.platform.testing.Tokens;

/** As if the database were frozen: whoever asks gets an answer about it, and does not hang. */
@QuarkusTest
@TestProfile(Strict.class)
class SilentDatabaseTest extends ReferralServiceTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"box_news", "box_change"})
    void changesThatCannotBeReadAre503AfterABoundedWait(String table) throws SQLException {
        whileHeld(table, SilentDatabaseTest::changes).statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    void nobodyOfAFamilyIsTriedAfterTheFirst() throws SQLException {
        List<Map<String, String>> people = Stream.generate(
                        () -> Map.of("caseId", UUID.randomUUID().toString()))
                .limit(3)
                .toList();
        whileHeld("case_file", () -> refer(people))
                .statusCode(200)
                .body("results.problem.status", equalTo(List.of(503, 503, 503)));
    }

    private static ValidatableResponse whileHeld(String table, Supplier<ValidatableResponse> asking)
            throws SQLException {
        try (HeldTable held = HeldTable.of("gtm_referral", table)) {
            CompletableFuture<ValidatableResponse> answer = new CompletableFuture<>();
            Thread.startVirtualThread(() -> answer.complete(asking.get()));
            await().atMost(SOON).until(answer::isDone);
            return answer.join();
        }
    }

    private static ValidatableResponse changes() {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .queryParam("after", "0")
                .get("/v1/referrals/changes")
                .then();
    }

    private static ValidatableResponse refer(List<Map<String, String>> people) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "offerId",
                        offerId("hnd"),
                        "need",
                        Map.of("dimension", "economic", "category", "employment", "urgency", "normal"),
                        "people",
                        people))
                .post("/v1/referrals/bulk")
                .then();
    }
}
