package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** Somebody is erased while a batch goes on that holds the same person, or somebody alike. */
@QuarkusTest
class ErasedDuringBatchTest extends BatchTestBase {
    /** Statements that wait for one of two connections, or for a transaction that does. */
    private static final String WAITING = """
            select count(*) from pg_stat_activity waits
            where query ~ '%1$s' and (pg_blocking_pids(pid) && array[%2$d, %3$d]
              or exists (select 1 from unnest(pg_blocking_pids(pid)) as before(them)
                         where pg_blocking_pids(before.them) && array[%2$d, %3$d]))
            """;

    private static final String NOTING = "insert into possible_match";

    private final ExecutorService desks = Executors.newCachedThreadPool();
    private Connection held;
    private Connection heldToo;
    private int holder;
    private int holderToo;

    @BeforeEach
    void locksMayBeHeld() throws SQLException {
        held = databaseConnection();
        held.setAutoCommit(false);
        holder = process(held);
        heldToo = databaseConnection();
        heldToo.setAutoCommit(false);
        holderToo = process(heldToo);
    }

    @AfterEach
    void nothingIsHeld() throws SQLException {
        held.close();
        heldToo.close();
        desks.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void lock(Connection connection, String caseId) throws SQLException {
        execute(connection, "select 1 from return_case where case_id = '" + caseId + "' for no key update nowait");
    }

    /** From now on an erasure waits after it has deleted the return. */
    private static void stopErasures(Connection connection) throws SQLException {
        execute(connection, "lock table manifest_entry in share mode");
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Until a statement with this text waits for what is held here. */
    private void awaitWaiting(String statement) {
        await().atMost(Duration.ofSeconds(30)).until(() -> count(WAITING.formatted(statement, holder, holderToo)) > 0);
    }

    private Future<Answer> sending(RegistrationForm... rows) {
        return desks.submit(() -> RawBatch.answer(lines(List.of(rows))));
    }

    private Future<Response> erasing(String caseId) {
        return desks.submit(() -> erased(caseId));
    }

    private static Response erased(String caseId) {
        String path = "/v1/returns/" + caseId;
        List<String> consents = intake().get(path).path("consents.consentId");
        consents.forEach(consent -> intake().delete(path + "/consents/" + consent));
        return intake().header("If-Match", "*").delete(path);
    }

    private static RegistrationForm named(RegistrationForm row, UUID caseId) {
        return row.with("/caseId", "'" + caseId + "'");
    }

    /** Registers somebody of the same names and birth, who returned in another year. */
    private static String alike(RegistrationForm row) {
        return register(row.copy().without("/key").without("/caseId").with("/returnedOn", "'2023-03-01'"))
                .path("caseId");
    }

    private long noted(Object caseId) {
        return count("select count(*) from possible_match where '" + caseId + "' in (case_id, other_case_id)");
    }

    @Test
    void whoIsErasedBeforeMatchesAreNotedIsNotNoted() throws Exception {
        RegistrationForm row = named(row(), Ids.next());
        String gone = alike(row);
        stopErasures(held);
        Future<Response> erasure = erasing(gone);
        awaitWaiting("delete from return_case");
        Future<Answer> batch = sending(row);
        awaitWaiting(NOTING);
        held.rollback();

        assertThat(erasure.get().statusCode()).isEqualTo(204);
        assertThat(batch.get().results()).hasSize(1).doesNotContain("refused");
        assertThat(batch.get().summary().path("complete").asBoolean()).isTrue();
        assertThat(noted(gone)).isZero();
        String caseId = row.text("/caseId");
        assertThat(intake().get("/v1/returns/" + caseId + "/matches").<List<Object>>path("matches"))
                .isEmpty();
        assertThat(count("select count(*) from return_case where match_due and case_id = '" + caseId + "'"))
                .isZero();
    }

    @Test
    void whoIsErasedWhileTheirMatchesAreNotedIsGone() throws Exception {
        RegistrationForm row = named(row(), Ids.next());
        String alike = alike(row);
        String gone = row.text("/caseId");
        execute(held, "select 1 from return_case where case_id = '" + alike + "' for update");
        Future<Answer> batch = sending(row);
        awaitWaiting(NOTING);
        Future<Response> erasure = erasing(gone);
        awaitWaiting("^select");
        held.rollback();

        assertThat(batch.get().results()).hasSize(1).doesNotContain("refused");
        assertThat(erasure.get().statusCode()).isEqualTo(204);
        assertThat(noted(alike)).isZero();
        assertThat(count("select count(*) from person_match where case_id = '" + gone + "'"))
                .isZero();
        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
    }

    /** Else an erasure could lock the case meanwhile, and the two would wait for each other. */
    @Test
    void whoNotesMatchesOfACaseLocksItFirst() throws Exception {
        RegistrationForm row = named(row(), Ids.next());
        execute(held, "select 1 from return_case where case_id = '" + alike(row) + "' for update");
        Future<Answer> batch = sending(row);
        awaitWaiting(NOTING);

        assertThatThrownBy(() -> lock(heldToo, row.text("/caseId"))).hasMessageContaining("could not obtain lock");

        held.rollback();
        assertThat(batch.get().results()).hasSize(1).doesNotContain("refused");
    }

    /** A row without an id, in a chunk that was looked up before the row was registered from another batch. */
    @Test
    void aRowThatIsRegisteredAndErasedMeanwhileIsRefused() throws Exception {
        RegistrationForm row = row();
        Future<Answer> late = behindItsAdult(row);
        Answer first = send(row);
        assertThat(erased(first.texts("caseId").getFirst()).statusCode()).isEqualTo(204);
        held.rollback();

        assertThat(late.get().results()).containsExactly("created", "refused");
        assertThat(late.get().error(1)).isEqualTo("/key row-erased");
    }

    @Test
    void aRowWhoseErasureGoesOnIsRefused() throws Exception {
        RegistrationForm row = row();
        Future<Answer> late = behindItsAdult(row);
        Answer first = send(row);
        stopErasures(heldToo);
        Future<Response> erasure = erasing(first.texts("caseId").getFirst());
        awaitWaiting("delete from return_case");
        held.rollback();
        awaitWaiting("insert into registration_key");
        heldToo.rollback();

        assertThat(erasure.get().statusCode()).isEqualTo(204);
        assertThat(late.get().results()).containsExactly("created", "refused");
        assertThat(late.get().error(1)).isEqualTo("/key row-erased");
    }

    /** Sends a batch that has looked its rows up, and waits for the adult of its first one before it registers them. */
    private Future<Answer> behindItsAdult(RegistrationForm row) throws SQLException {
        String household = "'" + UUID.randomUUID() + "'";
        String adult = register(RegistrationForm.filled().with("/household/id", household))
                .path("caseId");
        RegistrationForm child = row().with("/household/id", household)
                .with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]")
                .with("/consent/givenBy", "'guardian'")
                .with("/responsible", "[{'caseId': '" + adult + "', 'relation': 'parent'}]");
        lock(held, adult);
        Future<Answer> batch = sending(child, row);
        awaitWaiting("^select");
        return batch;
    }
}
