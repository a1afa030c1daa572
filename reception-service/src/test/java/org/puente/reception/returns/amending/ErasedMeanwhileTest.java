package org.puente.reception.returns.amending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Locks;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** One desk erases a mother while another amends her child, whose return names her. */
@QuarkusTest
class ErasedMeanwhileTest extends ReceptionTest {
    private final String household = UUID.randomUUID().toString();
    private String mother;
    private String uncle;
    private String child;

    /** Two at once: the pool that is shared by all has one thread on a machine with two cores. */
    private final ExecutorService desks = Executors.newFixedThreadPool(2);

    /** Holds the child's return, as somebody who amends it. */
    private Connection held;

    @BeforeEach
    void aFamilyWhoseChildIsBeingAmended() throws SQLException {
        mother = adult();
        uncle = adult();
        child = register(inHousehold()
                        .with("/person/birthDate", "'2015-01-01'")
                        .with("/profiles", "[]")
                        .with("/consent/givenBy", "'guardian'")
                        .with("/responsible", named(mother, "parent")))
                .path("caseId");
        held = databaseConnection();
        held.setAutoCommit(false);
        lock(child);
    }

    @AfterEach
    void theChildIsFree() throws SQLException {
        held.close();
        desks.close();
    }

    private RegistrationForm inHousehold() {
        return RegistrationForm.filled().with("/household", "{'id': '" + household + "'}");
    }

    private String adult() {
        Response registered = register(inHousehold());
        String caseId = registered.path("caseId");
        intake().delete("/v1/returns/" + caseId + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
        return caseId;
    }

    private static String named(String adult, String relation) {
        return "[{'caseId': '" + adult + "', 'relation': '" + relation + "'}]";
    }

    private void lock(String caseId) throws SQLException {
        try (Statement statement = held.createStatement()) {
            statement.execute("select 1 from return_case where case_id = '" + caseId + "' for update nowait");
        }
    }

    private CompletableFuture<Response> eraseMother() {
        return CompletableFuture.supplyAsync(
                () -> intake().header("If-Match", "*").delete("/v1/returns/" + mother), desks);
    }

    /** Names the uncle beside her. */
    private CompletableFuture<Response> amendChild() {
        String both = "{\"responsible\": [{\"caseId\": \"%s\", \"relation\": \"parent\"},"
                + " {\"caseId\": \"%s\", \"relation\": \"other-relative\"}]}";
        return CompletableFuture.supplyAsync(
                () -> intake().contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(both.formatted(mother, uncle))
                        .patch("/v1/returns/" + child),
                desks);
    }

    private void awaitWaiting(int many) {
        await().atMost(Duration.ofSeconds(60)).until(() -> Locks.waitingFor(held) == many);
    }

    private List<String> responsible() {
        List<String> found = intake().get("/v1/returns/" + child).path("responsible.caseId");
        return found == null ? List.of() : found;
    }

    @Test
    void whoEndsFirstIsAmendedFirst() throws SQLException {
        CompletableFuture<Response> amended = amendChild();
        awaitWaiting(1);
        CompletableFuture<Response> erased = eraseMother();
        awaitWaiting(2);
        held.rollback();

        assertThat(amended.join().statusCode()).isEqualTo(200);
        assertThat(erased.join().statusCode()).isEqualTo(204);
        assertThat(responsible()).containsExactly(uncle);
        assertThat(awaitFacts(RETURNS, child, ReturnFact.Amended.class, 2)
                        .getLast()
                        .profiles())
                .containsExactly(Profile.SEPARATED_CHILD);
    }

    @Test
    void whoIsErasedFirstCannotBeNamed() throws SQLException {
        CompletableFuture<Response> erased = eraseMother();
        awaitWaiting(1);
        CompletableFuture<Response> amended = amendChild();
        awaitWaiting(2);
        held.rollback();

        assertThat(erased.join().statusCode()).isEqualTo(204);
        assertThat(amended.join().<List<String>>path("errors.code")).containsExactly("responsible-unknown");
        assertThat(responsible()).isEmpty();
    }

    /** Else the two would wait for each other, until the database ends one of them. */
    @Test
    void whoErasesAnAdultWaitsForTheChildrenFirst() throws SQLException {
        CompletableFuture<Response> erased = eraseMother();
        awaitWaiting(1);

        lock(mother);

        held.rollback();
        assertThat(erased.join().statusCode()).isEqualTo(204);
    }
}
