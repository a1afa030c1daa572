package org.puente.reception.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.Jwks;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class DirectoryTest extends ReceptionTest {

    @AfterEach
    void theDirectoryComesAgain() {
        publishDirectory();
        awaitReadiness("UP");
    }

    @Test
    void registersNobodyAndIsNotReadyUntilTheDirectoryIsThere() {
        execute("delete from directory_node");
        execute("delete from directory_institution");

        Response response = register(RegistrationForm.filled());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.contentType()).startsWith("application/problem+json");
        awaitReadiness("DOWN");
    }

    @Test
    void showsWhereAnInstitutionIsPublishedThatTheDirectoryDoesNotName() {
        Response response =
                by("gtm-unknown").body(RegistrationForm.filled().json()).post("/v1/returns");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.<String>path("detail")).contains("gtm-unknown", "registry");
    }

    @Test
    void anInstitutionThatIsWithdrawnMendsWhatItHasAndRegistersNobody() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        execute("update directory_institution set status = 'withdrawn' where id = 'gtm-igm'");

        assertThat(register(RegistrationForm.filled()).statusCode()).isEqualTo(422);
        assertThat(intake().header("If-Match", "\"1\"")
                        .contentType("application/merge-patch+json")
                        .body("{\"person\": {\"givenNames\": \"Ana\"}}")
                        .patch("/v1/returns/" + caseId)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsTheNewestStateInWhateverOrderTheyCome() {
        Instant now = Instant.now();
        Wire.publish("gtm", "registry", node("America/Mexico_City", now));
        Wire.publish("gtm", "registry", node("America/Bogota", now.minusSeconds(60)));
        Wire.publish("gtm", "registry", node("America/Lima", now.plusSeconds(60)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from directory_node" + " where timezone = 'America/Lima'") == 1);
        execute("delete from directory_node");
    }

    @Test
    void putsANodeOfAnUnknownTimeZoneAside() {
        Wire.publish("gtm", "registry", node("America/Atlantis", Instant.now()));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from dead_letter" + " where cause = 'unknown-timezone'") == 1);
    }

    @Test
    void putsAnEntryAsideThatANodePublishesForAnother() {
        Wire.publish(
                "mex",
                "registry",
                new NodePublished(
                        new NodeId("gtm"),
                        "GTM",
                        "Guatemala",
                        "America/Tijuana",
                        new Jwks(List.of()),
                        Instant.now().plusSeconds(600)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from dead_letter" + " where cause = 'foreign-entry'") == 1);
        assertThat(count("select count(*) from directory_node" + " where timezone = 'America/Tijuana'"))
                .isZero();
    }

    private static NodePublished node(String timezone, Instant since) {
        return new NodePublished(new NodeId("gtm"), "GTM", "Guatemala", timezone, new Jwks(List.of()), since);
    }
}
