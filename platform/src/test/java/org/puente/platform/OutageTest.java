package org.puente.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.local.Backbone;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Management;

/** What a client is answered while a server is away, and that all goes on when it is back. */
@Tag("containers")
@QuarkusTest
class OutageTest extends PlatformTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "53300", "08006", "40P01", "pool"})
    void aServerThatIsAwayIs503(String how) {
        unavailable(given().get("/test/fails/{how}", how).then());
    }

    @Test
    void aDiskThatIsFullIs503() {
        unavailable(given().get("/test/raises/53100").then());
    }

    @Test
    void aDeadlockThatStaysIs503() {
        unavailable(given().get("/test/raises/40P01").then());
    }

    @ParameterizedTest
    @ExpectedErrors("Answered 500")
    @ValueSource(strings = {"error", "unforeseen", "unreadable", "23505"})
    void whatNobodyForesawIs500AndRevealsNothing(String how) {
        given().get("/test/fails/{how}", how)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:puente:problem:status-500"))
                .body(not(containsString("secret")))
                .body(not(containsString("stack")));
    }

    @Test
    @ExpectedErrors("Failed to rollback transaction")
    void aConnectionThatIsCutIs503AndTheNextRequestGoesWell() throws Exception {
        CompletableFuture<Response> cut = meanwhile("/test/slow");
        List<Long> slow = await().atMost(SOON)
                .until(() -> backends("query like 'do $$ begin perform%'"), found -> found.size() == 1);
        ask("select count(pg_terminate_backend(" + slow.getFirst() + "))");
        unavailable(cut.join().then());
        await().atMost(SOON).until(() -> given().get("/test/quick").statusCode() == 200);
    }

    /** Nothing breaks a connection to a process that is stopped: waiting must have an end. */
    @Test
    void aDatabaseThatIsFrozenIs503AfterABoundedWait() throws Exception {
        Instant start = Instant.now();
        try (DatabaseOutage.Away away = DatabaseOutage.FROZEN.begin()) {
            IntStream.range(0, 15).mapToObj(i -> meanwhile("/test/quick")).toList().stream()
                    .map(CompletableFuture::join)
                    .forEach(response -> unavailable(response.then()));
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        await().atMost(SOON).until(() -> given().get("/test/quick").statusCode() == 200);
    }

    @Test
    void aServiceIsReadyWhileTheBrokerIsAwayAndShowsThatItIs() {
        await().atMost(SOON).untilAsserted(() -> brokerIs(true));
        Backbone.forTests().killBroker();
        try {
            await().atMost(SOON).untilAsserted(() -> brokerIs(false));
        } finally {
            Backbone.forTests().startBroker();
        }
    }

    private static void brokerIs(boolean reachable) {
        given().get(Management.at("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'broker' }.data.reachable", equalTo(reachable));
    }

    private static CompletableFuture<Response> meanwhile(String path) {
        CompletableFuture<Response> response = new CompletableFuture<>();
        Thread.startVirtualThread(() -> response.complete(given().get(path)));
        return response;
    }

    private static void unavailable(ValidatableResponse response) {
        response.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:puente:problem:status-503"))
                .body(not(containsString("SQL")));
    }

    private static List<Long> backends(String which) throws SQLException {
        return ask("select pid from pg_stat_activity where datname = 'gtm_registry' and " + which);
    }

    private static List<Long> ask(String sql) throws SQLException {
        Backbone backbone = Backbone.forTests();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + backbone.databases() + "/postgres", "postgres", backbone.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        }
    }
}
