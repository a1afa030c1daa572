package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Tokens;
import org.puente.reception.FlightPeople;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.matching.DueMatches;

@QuarkusTest
@ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
class InterruptedBatchTest extends BatchTestBase {
    private static final int SECOND_CHUNK = 250;

    @Inject
    DueMatches due;

    /** Of these rows alone: a batch of another test, whose client has left, may still go on. */
    private final String flight = FlightPeople.newReference();

    private final List<RegistrationForm> rows = rows(1_200).stream()
            .map(row -> row.with("/transport/reference", "'" + flight + "'"))
            .toList();
    private final byte[] body = utf8(lines(rows));

    @Test
    void answersWhatIsDoneWhereTheDatabaseGoesAwayAndCompletesWhenItIsSentAgain() throws Exception {
        long before = stored();
        JsonNode last;
        try (Socket socket = connect()) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send(socket, 0, body.length / 2);
            assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
            assertThat(answer.lines().anyMatch(InterruptedBatchTest::isLine)).isTrue();
            try (DatabaseOutage.Away away = DatabaseOutage.FULL.begin()) {
                send(socket, body.length / 2, body.length);
                last = Json.mapper()
                        .readTree(answer.lines()
                                .filter(InterruptedBatchTest::isLine)
                                .reduce((line, next) -> next)
                                .orElseThrow());
            }
        }

        assertThat(last.at("/summary/complete").asBoolean(true)).isFalse();
        assertThat(last.at("/summary/problem/status").asInt()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::isComplete);
        assertThat(stored()).isEqualTo(before + rows.size());
    }

    @Test
    void keepsWhatIsDoneWhereTheClientLeavesAndCompletesWhenItIsSentAgain() throws Exception {
        long before = stored();
        try (Socket socket = connect()) {
            send(socket, 0, body.length / 2);
            await().atMost(Duration.ofSeconds(60)).until(() -> stored() > before);
        }

        assertThat(isComplete()).isTrue();
        assertThat(stored()).isEqualTo(before + rows.size());
    }

    @Test
    void notesWhoMayBeTheSameAsSomebodyOfTheLastChunkThoughTheClientHasLeft() throws Exception {
        RegistrationForm inSecondChunk = rows.get(SECOND_CHUNK + 50);
        String alike = register(alike(inSecondChunk)).path("caseId");
        long before = stored();
        try (Socket socket = connect()) {
            send(socket, 0, body.length / 2);
            await().atMost(Duration.ofSeconds(60)).until(() -> stored() >= before + 2 * SECOND_CHUNK);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(waiting(alike)).isEqualTo(2));
    }

    /** A fault of the database, as where the service is killed between the two transactions. */
    @Test
    @ExpectedErrors({"A batch ended early", "possible_match"})
    void whatWasNotNotedIsNotedByTheClock() throws Throwable {
        RegistrationForm row = row();
        String alike = register(alike(row)).path("caseId");
        RegistrationForm twin = row().document("dui", RegistrationForm.dui());
        String first = register(alike(twin).with("/returnedOn", "'2025-01-01'")).path("caseId");
        execute("alter table possible_match rename to possible_match_away");
        try {
            send(Stream.concat(rows(SECOND_CHUNK).stream(), Stream.of(row, twin))
                    .toList());
        } finally {
            execute("alter table possible_match_away rename to possible_match");
        }
        assertThat(send(row, twin).results()).containsExactly("known", "known");

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(waiting(alike)).isEqualTo(2);
        assertThat(waiting(first)).isEqualTo(2);
    }

    @Test
    void whatIsNotedIsDueNoMore() {
        RegistrationForm row = row();
        register(alike(row));
        String caseId = send(row).texts("caseId").getFirst();

        assertThat(count("select count(*) from possible_match where case_id = '" + caseId + "'"))
                .isOne();
        assertThat(count("select count(*) from return_case where match_due and case_id = '" + caseId + "'"))
                .isZero();
    }

    /** Somebody of the same names, birth and documents who returned in another year. */
    private static RegistrationForm alike(RegistrationForm row) {
        return row.copy().without("/key").with("/returnedOn", "'2023-03-01'");
    }

    private long stored() {
        return count("select count(*) from return_case where content like '%\"" + flight + "\"%'");
    }

    private long waiting(String caseId) {
        return count("select count(*) from possible_match where '" + caseId + "' in (case_id, other_case_id)");
    }

    private boolean isComplete() {
        return send(rows).summary().path("refused").asInt(1) == 0;
    }

    private static boolean isLine(String line) {
        return line.startsWith("{");
    }

    private Socket connect() throws IOException {
        URI service = URI.create(TestHTTPResourceManager.getUri());
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(60_000);
        String head = String.join(
                "\r\n",
                "POST " + PATH + " HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Authorization: Bearer " + Tokens.of("gtm", "gtm-igm", "intake"),
                "Content-Type: " + BatchFormat.LINES,
                "Content-Length: " + body.length,
                "",
                "");
        socket.getOutputStream().write(utf8(head));
        return socket;
    }

    private void send(Socket socket, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(Arrays.copyOfRange(body, from, to));
        out.flush();
    }
}
