package org.puente.reception.returns.batches;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Sends batches, and reads their answers line by line. */
abstract class BatchTestBase extends ReceptionTest {
    static final String PATH = "/v1/returns/batches";

    private static final RestAssuredConfig TYPES = RestAssuredConfig.config()
            .encoderConfig(encoderConfig()
                    .encodeContentTypeAs(BatchFormat.LINES, ContentType.TEXT)
                    .encodeContentTypeAs(BatchFormat.VALUES, ContentType.TEXT)
                    .encodeContentTypeAs(BatchFormat.SPREADSHEET, ContentType.BINARY)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** A row of somebody whom nobody else is, under a key of its own. */
    static RegistrationForm row() {
        return row("row-" + UUID.randomUUID());
    }

    static RegistrationForm row(String key) {
        return RegistrationForm.filled().with("/key", "'" + key + "'");
    }

    static List<RegistrationForm> rows(int count) {
        return Stream.generate(BatchTestBase::row).limit(count).toList();
    }

    static String lines(List<RegistrationForm> rows) {
        return rows.stream().map(RegistrationForm::json).collect(Collectors.joining("\n", "", "\n"));
    }

    static RequestSpecification sending(String type) {
        return sending("gtm-igm", type);
    }

    static RequestSpecification sending(String institution, String type) {
        return given().config(TYPES)
                .auth()
                .oauth2(Tokens.of("gtm", institution, "intake"))
                .contentType(type);
    }

    static Response post(String type, byte[] body) {
        return sending(type).body(body).post(PATH);
    }

    /** The answer to rows that are sent as NDJSON. */
    static Answer send(List<RegistrationForm> rows) {
        return Answer.of(post(BatchFormat.LINES, utf8(lines(rows))));
    }

    static Answer send(RegistrationForm... rows) {
        return send(List.of(rows));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An answer that came to its end.
     *
     * @param rows lines of rows, in their order
     */
    record Answer(List<JsonNode> rows, JsonNode summary) {
        static Answer of(Response response) {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            return of(response.asString());
        }

        static Answer of(String text) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : text.split("\n")) {
                rows.add(Json.read(line, ObjectNode.class));
            }
            JsonNode summary = rows.removeLast().path("summary");
            assertThat(summary.isObject()).as("the last line is the summary").isTrue();
            return new Answer(rows, summary);
        }

        List<String> results() {
            return texts("result");
        }

        List<String> texts(String member) {
            return rows.stream().map(row -> row.path(member).asText()).toList();
        }

        /** Pointer and code of the first error of a row. */
        String error(int row) {
            JsonNode error = rows.get(row).path("errors").path(0);
            return error.path("pointer").asText() + " " + error.path("code").asText();
        }
    }
}
