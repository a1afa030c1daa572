package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An agency's system, or a person, with a token of its own. */
public final class Agency {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final Region region;
    private final Map<String, String> credentials;
    private String token;
    private Instant until = Instant.MIN;

    private Agency(Region region, Map<String, String> credentials) {
        this.region = region;
        this.credentials = credentials;
    }

    /** An institution's system, which logs in with the client of its own id. */
    public static Agency system(Region region, String institution) {
        return new Agency(
                region,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        institution,
                        "client_secret",
                        region.clientSecret(institution)));
    }

    /** A person of the pages. */
    public static Agency person(Region region, String name) {
        return new Agency(
                region,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "puente-console",
                        "username",
                        name,
                        "password",
                        region.password(name)));
    }

    /** An answer: its status and its JSON; a missing body is a missing node. */
    public record Reply(int status, JsonNode body) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        public String code() {
            return body.path("type").asText().replace("urn:puente:problem:", "");
        }

        /** The code of the first field that is wrong; that of the whole where none is named. */
        public String why() {
            String field = body.path("errors").path(0).path("code").asText();
            return field.isEmpty() ? code() : field;
        }
    }

    public Reply get(String url) {
        return send(request(url).GET());
    }

    /**
     * A file, such as a PDF.
     *
     * @param type its media type
     * @return empty if it is refused
     */
    Optional<byte[]> file(String url, String type) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(request(url).header("Accept", type).GET().build(), BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Posts under a key of its own, so that a repetition after a fault does nothing twice. */
    public Reply post(String url, Object body) {
        return send(posting(url, body));
    }

    /** As {@link #post}, if what is changed still has a version. */
    Reply post(String url, Object body, int version) {
        return send(posting(url, body).header("If-Match", "\"" + version + "\""));
    }

    private HttpRequest.Builder posting(String url, Object body) {
        return request(url)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    public Reply put(String url, Object body) {
        return send(
                request(url).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    public Reply delete(String url) {
        return send(request(url).DELETE());
    }

    /** Each item of a list, from all of its pages. */
    List<JsonNode> items(String url) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = get(url + next).body();
            page.path("items").forEach(items::add);
            next = page.hasNonNull("next")
                    ? "&cursor=" + encode(page.path("next").asText())
                    : null;
        }
        return items;
    }

    /**
     * Opens a stream of server-sent events.
     *
     * @param cursor where to go on; null for what happens from now on
     */
    HttpResponse<InputStream> stream(String url, String cursor) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "text/event-stream");
        if (cursor != null) {
            request.header("Last-Event-ID", cursor);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token());
    }

    /**
     * Posts a JSON object on each line, such as a batch whose rows have keys of their own.
     *
     * @return the lines of the answer; of a refusal the problem alone
     */
    List<JsonNode> postLines(String url, List<? extends JsonNode> lines) {
        String body = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        HttpResponse<String> response = answered(
                request(url).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(body)));
        return response.body().lines().map(Agency::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply send(HttpRequest.Builder builder) {
        HttpResponse<String> response = answered(builder);
        String body = response.body();
        boolean isJson = body.startsWith("{") || body.startsWith("[");
        return new Reply(response.statusCode(), json(isJson ? body : "{}"));
    }

    /** Tries anew while nobody answers (a service restarts on a busy machine), for two minutes. */
    private static HttpResponse<String> answered(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Instant giveUp = Instant.now().plusSeconds(120);
        while (true) {
            try {
                return HTTP.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new IllegalStateException(request.uri() + " does not answer", e);
                }
                pause(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** A bearer token that holds for at least a few seconds more. */
    public synchronized String token() {
        if (Instant.now().isAfter(until)) {
            String form = credentials.entrySet().stream()
                    .map(e -> e.getKey() + "=" + encode(e.getValue()))
                    .collect(Collectors.joining("&"));
            Reply reply = send(HttpRequest.newBuilder(region.token())
                    .timeout(ANSWERED_WITHIN)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            if (!reply.ok()) {
                throw new IllegalStateException("No token for " + credentials.get("client_id") + ": " + reply.body());
            }
            token = reply.body().path("access_token").asText();
            until = Instant.now()
                    .plusSeconds(reply.body().path("expires_in").asLong())
                    .minus(EARLY);
        }
        return token;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
