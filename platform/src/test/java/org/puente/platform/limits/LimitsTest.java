package org.puente.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.Tokens;

@QuarkusTest
class LimitsTest extends PlatformTestBase {
    /** More than a client may send at once. */
    private static final int FLOOD = 150;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final URI ADDRESS = URI.create(TestHTTPResourceManager.getUri());

    @Test
    void showsAClientThatSendsTooMuchWhenToComeBack() {
        HttpResponse<String> refused = flood("gtm-flood").orElseThrow();

        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void othersGoOnMeanwhile() {
        assertThat(flood("gtm-flood-too")).isPresent();

        assertThat(ask(token("gtm-patient")).join().statusCode()).isEqualTo(200);
    }

    /** As if all came in one moment: on a slow host a client may send again before it has sent too much. */
    private static Optional<HttpResponse<String>> flood(String institution) {
        QuarkusMock.installMockForType(Clock.fixed(Instant.now(), ZoneOffset.UTC), Clock.class);
        String token = token(institution);
        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, FLOOD).mapToObj(request -> ask(token)).toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();
    }

    private static CompletableFuture<HttpResponse<String>> ask(String token) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(ADDRESS.resolve("/v1/dead-letters?limit=1"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String institution) {
        return Tokens.of("gtm", institution, "operator");
    }

    @Test
    void aBodyThatComesDropByDropIsNotWaitedFor() throws IOException {
        try (Socket socket = new Socket(ADDRESS.getHost(), ADDRESS.getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            for (String line : request(token("gtm-slow"))) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            socket.getOutputStream().write("{\"payload\": ".getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("urn:puente:problem:body-too-slow");
        }
    }

    @Test
    void overHttp2ABodyThatNeverComesIsNotWaitedForEither() throws IOException, InterruptedException {
        String token = token("gtm-silent");
        assertThat(ask(token).join().version()).isEqualTo(HttpClient.Version.HTTP_2);

        HttpResponse<String> refused = CLIENT.send(
                HttpRequest.newBuilder(ADDRESS.resolve("/v1/dead-letters/replay"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(LimitsTest::nothingEver))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(408);
    }

    private static void nothingEver(Flow.Subscriber<? super ByteBuffer> body) {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long pieces) {
                // There are none.
            }

            @Override
            public void cancel() {
                // Nothing was begun.
            }
        });
    }

    /** As of a live stream, or of a large file over a slow line. */
    @Test
    void anAnswerMayTakeLongerThanABody() throws IOException, InterruptedException {
        HttpResponse<String> late = CLIENT.send(
                HttpRequest.newBuilder(ADDRESS.resolve("/test/late")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(late.statusCode()).isEqualTo(200);
    }

    private static List<String> request(String token) {
        return List.of(
                "POST /v1/dead-letters/0192f0c1-0000-7000-8000-000000000000/replay HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Content-Length: 100",
                "");
    }
}
