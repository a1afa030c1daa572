package org.puente.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.puente.demo.Agency;
import org.puente.local.Region;

/** An institution that sends batches, each of people who have not been here. */
final class BatchClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI batches;
    private final Agency agency;
    private final Forms forms;

    /**
     * @param node e.g. {@code gtm}
     * @param institution that receives people
     * @param receptionPoint where
     */
    BatchClient(Region region, String node, String institution, String receptionPoint) {
        this.batches = URI.create(region.service(node + "/reception") + "/v1/returns/batches");
        this.agency = Agency.system(BenchRegion.addresses(region), institution);
        this.forms = new Forms(receptionPoint);
    }

    /**
     * Sends batches, and reads their answers.
     *
     * @return persons a second, from the first byte that is sent to the last that is read
     */
    double send(int requests, int rows) {
        List<byte[]> bodies = Stream.generate(() -> body(rows)).limit(requests).toList();
        long begin = System.nanoTime();
        List<CompletableFuture<HttpResponse<Stream<String>>>> sent = new ArrayList<>();
        bodies.forEach(body -> sent.add(HTTP.sendAsync(request(body), HttpResponse.BodyHandlers.ofLines())));
        sent.forEach(answer -> mustBeWhole(answer.join(), rows));
        return requests * rows / ((System.nanoTime() - begin) / 1e9);
    }

    private byte[] body(int rows) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            String form = forms.next().replace("\n", " ").strip();
            lines.append("{\"key\": \"")
                    .append(UUID.randomUUID())
                    .append("\", ")
                    .append(form, 1, form.length())
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(batches)
                .header("Authorization", "Bearer " + agency.token())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static void mustBeWhole(HttpResponse<Stream<String>> answer, int rows) {
        String last = answer.body().reduce((line, next) -> next).orElse("");
        try {
            JsonNode summary = JSON.readTree(last).path("summary");
            if (summary.path("created").asInt() != rows) {
                throw new IllegalStateException("A batch was answered " + answer.statusCode() + " " + last);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A batch was answered " + answer.statusCode() + " " + last, e);
        }
    }
}
