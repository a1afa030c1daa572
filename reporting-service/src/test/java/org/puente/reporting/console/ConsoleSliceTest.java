package org.puente.reporting.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Sex;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

@QuarkusTest
class ConsoleSliceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    DataSource database;

    /** Who is logged in here is not shown what is kept of another node. */
    private boolean isKept(Region.Record record) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("select 1 from event where case_id = '%s'"
                            .formatted(record.fact().subject()))
                    .next();
        }
    }

    @Test
    void sendsWhoIsNotLoggedInToTheLogin() {
        Response answer = given().redirects().follow(false).get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/protocol/openid-connect/auth?", "client_id=puente-console");
    }

    @Test
    void sendsWhoseSessionIsOverToTheLogin() {
        Response answer = given().redirects()
                .follow(false)
                .cookie("q_session_console", "over")
                .get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void doesNotOpenTheApiToTheCookieOfALogin() {
        Response answer = given().redirects()
                .follow(false)
                .cookie("q_session_console", "any")
                .get("/v1/events");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/stuck", "/console/events"})
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    @ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
    void asksToTryAgainWhileTheDatabaseIsAway(String page) throws Exception {
        Response answer;
        try (DatabaseOutage.Away away = DatabaseOutage.FULL.begin()) {
            answer = given().get(page);
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        await().atMost(SOON).until(() -> given().get(page).statusCode() == 200);
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void showsTheRegionInSpanishFirst() {
        String page = given().get("/").asString();

        assertThat(page).contains("<html lang=\"es\">", "Lo que está atascado");
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void showsTheRegionInEnglishToWhoWantsIt() {
        assertThat(given().get("/?lang=en").asString()).contains("What is stuck");
        assertThat(given().header("Accept-Language", "en-GB,en;q=0.8").get("/").asString())
                .contains("<html lang=\"en\">");
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void forbidsScriptsOfOthers() {
        assertThat(given().get("/").header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'");
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void namesTheInstitutionThatHasNotAnswered() {
        Region.publish(Region.record(
                "gtm",
                "mex",
                Samples.issued(
                        new ReferralId(UUID.randomUUID()),
                        new CaseId(UUID.randomUUID()),
                        Instant.now().minus(Duration.ofDays(30)))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get("/console/stuck").asString())
                        .contains("Canalización sin respuesta", "mex-stps"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void nothingOfAClosedCaseIsStuck() {
        CaseId id = new CaseId(UUID.randomUUID());
        InstitutionId office = new InstitutionId("gtm-office-of-a-closed-case");
        Region.publish(Region.record(
                "gtm",
                new FollowUpFact.Planned(
                        id,
                        office,
                        Instant.now(),
                        new FollowUpId(UUID.randomUUID()),
                        FollowUpKind.VISIT,
                        LocalDate.now().minusDays(3))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(given().get("/console/stuck").asString()).contains(office.value()));

        Region.publish(
                Region.record("gtm", new FollowUpFact.CaseClosed(id, office, Instant.now(), ClosureReason.REFUSED)));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(given().get("/console/stuck").asString()).doesNotContain(office.value()));
    }

    @Test
    @TestSecurity(user = "operator-slv", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "node", value = "slv"))
    void showsOperatorsOfANodeThatNodeOnly() {
        Region.Record others = Region.record("gtm", Samples.registered(LocalDate.of(2038, 1, 1), Sex.MALE));
        Region.publish(others);
        await().atMost(SOON).until(() -> isKept(others));
        Region.publish(Region.record("slv", Samples.registered(LocalDate.of(2038, 1, 1), Sex.MALE)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get("/").asString()).contains("data-node=\"slv\""));
        assertThat(given().get("/").asString()).doesNotContain("data-node=\"gtm\"");
    }

    @Test
    @TestSecurity(user = "secretaria", roles = "secretariat")
    @OidcSecurity(claims = @Claim(key = "node", value = "region"))
    void showsOthersThatThePageIsNotForThem() {
        Response answer = given().get("/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("No es para esta cuenta");
    }
}
