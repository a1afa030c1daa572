package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Tokens;
import org.puente.reception.RegistrationForm;

@QuarkusTest
@ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
class InterruptedBatchTest extends BatchTestBase {
    private final List<RegistrationForm> rows = rows(1_200);
    private final byte[] body = utf8(lines(rows));

    @Test
    void answersWhatIsDoneWhereTheDatabaseGoesAwayAndCompletesWhenItIsSentAgain() throws Exception {
        long before = count("select count(*) from return_case");
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
        assertThat(count("select count(*) from return_case")).isEqualTo(before + rows.size());
    }

    @Test
    void keepsWhatIsDoneWhereTheClientLeavesAndCompletesWhenItIsSentAgain() throws Exception {
        long before = count("select count(*) from return_case");
        try (Socket socket = connect()) {
            send(socket, 0, body.length / 2);
            await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*) from return_case") > before);
        }

        assertThat(isComplete()).isTrue();
        assertThat(count("select count(*) from return_case")).isEqualTo(before + rows.size());
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
