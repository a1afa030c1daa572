package org.puente.reception.returns.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.registering.TakenCaseIds;

/** A return is erased while another of the same person is being registered by the same document. */
@QuarkusTest
class ErasingWhileRegisteringTest extends ReceptionTest {
    @Inject
    TakenCaseIds ids;

    @Inject
    ErasedCaseIds erased;

    @Inject
    UnitOfWork work;

    @Test
    void theDocumentStaysKnownThroughTheReturnThatComes() throws Exception {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());

        assertThat(personAfterBoth(form)).isEqualTo(person(register(form)));
    }

    @Test
    void soDoesADocumentThatSomebodyElseBroughtFirst() throws Exception {
        String dui = RegistrationForm.dui();
        register(RegistrationForm.filled().document("dui", dui).with("/person/sex", "'M'"));
        RegistrationForm form = RegistrationForm.filled().document("dui", dui);

        assertThat(personAfterBoth(form)).isEqualTo(person(register(form)));
    }

    @Test
    void anIdThatIsErasedWhileItIsLookedForStaysTaken() throws Exception {
        CaseId id = new CaseId(UUID.fromString(
                withoutConsent(register(RegistrationForm.filled())).path("caseId")));
        try (ExecutorService desks = Executors.newFixedThreadPool(1);
                Connection connection = databaseConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table return_case in access exclusive mode");
            Future<Set<CaseId>> asked = desks.submit(() -> taken(id));
            awaitWaiting("^select case_id from return_case\\s+where case_id in");
            statement.execute("delete from consent where case_id = '" + id + "'");
            statement.execute("delete from return_case where case_id = '" + id + "'");
            statement.execute("insert into erased_case (mark) values ('" + erased.mark(id.value()) + "')");
            connection.commit();
            assertThat(asked.get()).containsExactly(id);
        }
    }

    private Set<CaseId> taken(CaseId id) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work.read(session -> ids.among(session, List.of(id))));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Registers somebody twice, and erases the first return while the second is written but not yet committed.
     *
     * @return who the second return is of
     */
    private String personAfterBoth(RegistrationForm form) throws Exception {
        Response first = withoutConsent(register(form.with("/returnedOn", "'2024-03-01'")));
        try (ExecutorService desks = Executors.newFixedThreadPool(2);
                Connection connection = databaseConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table outbox in share mode"); // facts are written after the return
            Future<Response> second = desks.submit(() -> register(form.with("/returnedOn", "'2025-01-02'")));
            awaitWaiting("insert into outbox");
            Future<Response> erasure =
                    desks.submit(() -> intake().header("If-Match", "*").delete("/v1/returns/" + first.path("caseId")));
            awaitWaiting("person_document|delete from consent");
            connection.commit();
            assertThat(erasure.get().statusCode()).isEqualTo(204);
            assertThat(person(second.get())).isEqualTo(person(first));
            return person(second.get());
        }
    }

    /** Until a statement with one of these texts waits for another transaction. */
    private void awaitWaiting(String statements) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and pid <> pg_backend_pid() and query ~ '" + statements + "'")
                        > 0);
    }

    private static Response withoutConsent(Response registered) {
        intake().delete("/v1/returns/" + registered.path("caseId") + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
        return registered;
    }

    private static String person(Response registered) {
        return registered.path("personId");
    }
}
