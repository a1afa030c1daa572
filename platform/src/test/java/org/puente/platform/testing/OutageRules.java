package org.puente.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.platform.json.Json;

/**
 * While the database is away, every operation of the service's own OpenAPI document answers 503 with {@code Retry-After},
 * within a bounded time.
 */
@ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
public abstract class OutageRules extends OddRequests {
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** Else those who break connections leave a slow host nothing to answer with. */
    private static final Duration BETWEEN_BREAKS = Duration.ofMillis(20);

    private static final int ROUNDS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The media type of a body. */
    protected String contentType(Endpoint endpoint) {
        return endpoint.contentType();
    }

    /**
     * Operations that answer without the database, from what the service brings along, or that answer for each part of
     * the request by itself.
     */
    protected Set<String> exempt() {
        return Set.of();
    }

    /** The query of an operation that needs one, with its question mark. */
    protected String query(Endpoint endpoint) {
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsUnavailableWhileTheDatabaseIsAway(DatabaseOutage outage) throws Exception {
        List<Endpoint> asked = endpoints()
                .filter(endpoint -> !exempt().contains(endpoint.toString()))
                .toList();
        Map<Endpoint, CompletableFuture<String>> answers = new LinkedHashMap<>();
        try (DatabaseOutage.Away away = outage.begin()) {
            asked.forEach(endpoint -> answers.put(endpoint, send(endpoint)));
            answers.values().forEach(CompletableFuture::join);
        }
        await().atMost(BOUND).until(this::isDatabaseBack);
        assertThat(answers.entrySet())
                .filteredOn(answer -> !answer.getValue().join().equals("503"))
                .extracting(
                        answer -> answer.getKey() + " -> " + answer.getValue().join())
                .isEmpty();
    }

    /** A connection may break at any moment: before a transaction, within it, at its end. */
    @Test
    void noOperationFailsWhileConnectionsBreak() throws Exception {
        List<Endpoint> asked = endpoints().toList();
        List<String> answers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<String>> sent = asked.stream()
                    .map(endpoint -> send(endpoint).thenApply(answer -> endpoint + " -> " + answer))
                    .toList();
            while (!sent.stream().allMatch(CompletableFuture::isDone)) {
                DatabaseOutage.breakConnections();
                LockSupport.parkNanos(BETWEEN_BREAKS.toNanos());
            }
            sent.forEach(answer -> answers.add(answer.join()));
        }
        await().atMost(BOUND).until(this::isDatabaseBack);
        assertThat(answers)
                .filteredOn(answer -> !answer.matches("(?s).* -> (503|[234].*)"))
                .isEmpty();
    }

    @Test
    void everyOperationDeclaresThatItMayBeUnavailable() throws Exception {
        JsonNode document =
                Json.mapper().readTree(given().get("/q/openapi?format=JSON").asString());
        assertThat(endpoints())
                .filteredOn(endpoint -> !declares(document, endpoint))
                .isEmpty();
    }

    private static boolean declares(JsonNode document, Endpoint endpoint) {
        JsonNode declared = document.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT))
                .path("responses")
                .path("503");
        JsonNode response = declared.has("$ref")
                ? document.at(declared.path("$ref").asText().substring(1))
                : declared;
        return response.path("headers").has("Retry-After")
                && response.path("content").has("application/problem+json");
    }

    private CompletableFuture<String> send(Endpoint endpoint) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(TestHTTPResourceManager.getUri()).resolve(path(endpoint) + query(endpoint)))
                .header("Authorization", "Bearer " + stranger())
                .header("Accept", "text/csv, application/x-ndjson, */*;q=0.1")
                .header("If-Match", "*")
                .header("X-Forwarded-For", anAddressOfItsOwn())
                .header("Prefer", "wait=0");
        if (endpoint.takesBody()) {
            request.header("Content-Type", contentType(endpoint));
        }
        if (endpoint.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        request.method(
                endpoint.method(),
                endpoint.takesBody()
                        ? HttpRequest.BodyPublishers.ofString(bodyOf(endpoint))
                        : HttpRequest.BodyPublishers.noBody());
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(OutageRules::judged)
                .completeOnTimeout("no answer", BOUND.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(String::valueOf);
    }

    /** Where a proxy is believed, nobody else's tries count. Of the block for documentation (RFC 3849). */
    private static String anAddressOfItsOwn() {
        return "2001:db8:%x:%x::1"
                .formatted(
                        ThreadLocalRandom.current().nextInt(0x10000),
                        ThreadLocalRandom.current().nextInt(0x10000));
    }

    /**
     * @return {@code 503} for the right answer, else what is wrong
     */
    private static String judged(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 200) { // a stream of events has no end
                return "200";
            }
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            boolean isRight = answer.statusCode() == 503
                    && answer.headers().firstValueAsLong("Retry-After").isPresent()
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    && text.contains("\"type\":\"urn:puente:problem:");
            return isRight
                    ? "503"
                    : answer.statusCode() + " " + answer.headers().map() + " " + text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDatabaseBack() throws IOException, InterruptedException {
        URI ready = Management.at("/q/health/ready");
        String health = http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return StreamSupport.stream(
                        Json.mapper().readTree(health).path("checks").spliterator(), false)
                .anyMatch(check -> check.path("name").asText().equals("database")
                        && check.path("status").asText().equals("UP"));
    }

    /** What the service's test says; else the example of the document. */
    @Override
    String bodyOf(Endpoint endpoint) {
        String own = super.bodyOf(endpoint);
        return own.equals(NO_BODY) && !endpoint.example().isEmpty() ? endpoint.example() : own;
    }
}
