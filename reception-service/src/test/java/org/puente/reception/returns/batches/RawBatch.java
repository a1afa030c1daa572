package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.puente.platform.testing.Tokens;
import org.puente.reception.returns.batches.BatchTestBase.Answer;

/** Batches from several threads, which the usual client of tests cannot send. */
final class RawBatch {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RawBatch() {}

    static Answer answer(String lines) throws Exception {
        HttpResponse<String> response =
                HTTP.send(request(HttpRequest.BodyPublishers.ofString(lines)), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Answer.of(response.body());
    }

    private static HttpRequest request(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(
                        URI.create(TestHTTPResourceManager.getUri()).resolve(BatchTestBase.PATH))
                .header("Authorization", "Bearer " + Tokens.of("gtm", "gtm-igm", "intake"))
                .header("Content-Type", BatchFormat.LINES)
                .POST(body)
                .build();
    }
}
