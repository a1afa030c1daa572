package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.kafka.ServiceNames;

/** What makes the OpenAPI documents of use to a generated client. */
class DocumentsTest {

    static Stream<String> services() {
        return ServiceNames.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationHasAnIdOfItsOwn(String service) {
        assertThat(ApiDocument.of(service).operations())
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationHasASummaryAndATag(String service) {
        assertThat(those(service, it -> it.path("summary").asText().isBlank())).isEmpty();
        assertThat(those(service, it -> it.path("tags").isEmpty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationNamesItsRoles(String service) {
        assertThat(those(service, it -> !it.has("security"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everySuccessIsTyped(String service) {
        ApiDocument document = ApiDocument.of(service);
        List<String> untyped = new ArrayList<>();
        answers(document, "2")
                .filter(answer -> !answer.status().equals("204"))
                .filter(answer -> answer.content().isEmpty() || lacksSchema(answer.content()))
                .forEach(answer -> untyped.add(answer.toString()));
        assertThat(untyped).isEmpty();
        assertThat(those(service, it -> !it.path("responses").toString().contains("\"2")))
                .isEmpty();
    }

    private static boolean lacksSchema(JsonNode content) {
        for (JsonNode type : content) {
            if (type.path("schema").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyErrorIsAProblem(String service) {
        ApiDocument document = ApiDocument.of(service);
        assertThat(answers(document, "4", "5"))
                .allSatisfy(answer -> assertThat(answer.content()
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asText())
                        .as(answer.toString())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(those(service, it -> !it.path("responses").has("429"))).isEmpty();
        assertThat(those(service, it -> !it.path("responses").has("503"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyParameterIsDescribed(String service) {
        List<String> silent = new ArrayList<>();
        for (ApiDocument.Operation operation : ApiDocument.of(service).operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                if (parameter.path("description").asText().isBlank()
                        || parameter.path("schema").isEmpty()) {
                    silent.add(operation + " " + parameter.path("name").asText());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed(String service) {
        assertThat(ApiDocument.of(service).loose()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyExampleFitsItsSchema(String service) {
        ApiDocument.of(service)
                .examples((at, faults) -> assertThat(faults).as(service + at).isEmpty());
    }

    @Test
    void theMainOperationsHaveExamples() {
        List<String> found = new ArrayList<>();
        services().forEach(service -> ApiDocument.of(service).examples((at, f) -> found.add(at)));
        assertThat(found)
                .anyMatch(at -> at.startsWith("/paths/~1v1~1returns/post/requestBody"))
                .anyMatch(at -> at.startsWith("/paths/~1v1~1referrals/post/requestBody"))
                .anyMatch(at -> at.startsWith("/paths/~1v1~1referrals/post/responses/201"))
                .anyMatch(at -> at.startsWith("/paths/~1v1~1referrals~1{id}~1facts/post"));
    }

    @Test
    void aCommonLinterFindsNothing() {
        Node node = Node.installed();
        for (String service : ServiceNames.ALL) {
            Path document = ApiDocument.file(service).toAbsolutePath();
            Node.Outcome lint =
                    node.tool("redocly", "lint", "--config=redocly.yaml", "--max-problems=50", document.toString());
            lint.mustHaveSucceeded();
            assertThat(lint.words()).doesNotContain("warning ");
        }
    }

    private static List<String> those(String service, Predicate<JsonNode> fault) {
        return ApiDocument.of(service).operations().stream()
                .filter(operation -> fault.test(operation.node()))
                .map(ApiDocument.Operation::toString)
                .toList();
    }

    private record Answer(ApiDocument.Operation operation, String status, JsonNode content) {
        @Override
        public String toString() {
            return operation + " " + status;
        }
    }

    private static Stream<Answer> answers(ApiDocument document, String... hundreds) {
        return document.operations().stream()
                .flatMap(operation -> operation.node().path("responses").properties().stream()
                        .filter(one -> isOf(one.getKey(), hundreds))
                        .map(one -> new Answer(
                                operation,
                                one.getKey(),
                                document.resolved(one.getValue()).path("content"))));
    }

    private static boolean isOf(String status, String... hundreds) {
        return Stream.of(hundreds).anyMatch(status::startsWith);
    }
}
