package org.puente.reception.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        execute("delete from directory_node where id = 'gtm'");
        execute("delete from directory_institution where node = 'gtm'");

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
        settled(
                Wire.publish("gtm", "registry", node("America/Mexico_City", now)),
                Wire.publish("gtm", "registry", node("America/Lima", now.plusSeconds(60))),
                Wire.publish("gtm", "registry", node("America/Bogota", now.minusSeconds(60))));

        assertThat(count("select count(*) from directory_node where id = 'gtm' and timezone = 'America/Lima'"))
                .isOne();
        execute("delete from directory_node where id = 'gtm'");
    }

    @Test
    void putsANodeOfAnUnknownTimeZoneAside() {
        putAside(Wire.publish("gtm", "registry", node("America/Atlantis", Instant.now())), "unknown-timezone");

        assertThat(count("select count(*) from directory_node where timezone = 'America/Atlantis'"))
                .isZero();
    }

    @Test
    void putsAnEntryAsideThatANodePublishesForAnother() {
        NodePublished foreign = node("America/Tijuana", Instant.now().plusSeconds(600));

        putAside(Wire.publish("mex", "registry", foreign), "foreign-entry");

        assertThat(count("select count(*) from directory_node where timezone = 'America/Tijuana'"))
                .isZero();
    }

    private static NodePublished node(String timezone, Instant since) {
        return new NodePublished(new NodeId("gtm"), "GTM", "Guatemala", timezone, new Jwks(List.of()), since);
    }
}
