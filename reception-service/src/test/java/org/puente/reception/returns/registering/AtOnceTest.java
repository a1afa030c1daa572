package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.platform.testing.HeldTable;
import org.puente.platform.testing.Tokens;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** An institution has so many registrations unanswered at a time; beyond that it comes back, and loses nothing. */
@QuarkusTest
class AtOnceTest extends ReceptionTest {
    private static final int BEYOND = 10;
    private static final Duration SOON = Duration.ofSeconds(12);

    @ConfigProperty(name = "puente.registrations.at-once-per-institution")
    int most;

    @TestHTTPResource("/v1/returns")
    URI returns;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = Tokens.of("gtm", "gtm-igm", "intake");
    private final String flight = FlightPeople.newReference();

    private record Desk(String key, String body) {}

    private Desk desk() {
        return new Desk(
                UUID.randomUUID().toString(),
                RegistrationForm.filled()
                        .with("/transport/reference", "'" + flight + "'")
                        .json());
    }

    private CompletableFuture<HttpResponse<String>> send(Desk desk) {
        return client.sendAsync(
                HttpRequest.newBuilder(returns)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", desk.key)
                        .POST(HttpRequest.BodyPublishers.ofString(desk.body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static long refused(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isDone)
                .filter(answer -> answer.join().statusCode() == 503)
                .count();
    }

    private static List<String> cases(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> Json.read(answer.body(), ObjectNode.class)
                        .path("caseId")
                        .asText())
                .toList();
    }

    @Test
    void whoIsRefusedComesBackAndEverybodyIsRegisteredOnce() throws Exception {
        List<Desk> desks = Stream.generate(this::desk).limit(most + BEYOND).toList();
        List<CompletableFuture<HttpResponse<String>>> first;
        Response refused;
        try (HeldTable frozen = HeldTable.of("gtm_reception", "return_case")) {
            first = desks.stream().map(this::send).toList();
            await().atMost(SOON).until(() -> refused(first) == BEYOND);
            refused = register(RegistrationForm.filled());
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("type")).endsWith("registrations-at-once");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        List<HttpResponse<String>> before = first.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 503)
                .toList();
        assertThat(before).hasSize(most).extracting(HttpResponse::statusCode).containsOnly(201);

        List<HttpResponse<String>> again =
                desks.stream().map(desk -> send(desk).join()).toList();

        assertThat(again).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(cases(again)).doesNotHaveDuplicates().containsAll(cases(before));
        assertThat(count("select count(*) from return_case where content like '%" + flight + "%'"))
                .isEqualTo(desks.size());
    }
}
