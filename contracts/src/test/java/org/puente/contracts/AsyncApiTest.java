package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = Wire.class.getClassLoader().getResourceAsStream("asyncapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
    }

    @Test
    void isOfVersion3() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void namesNoReferenceThatLeadsNowhere() {
        assertThat(document.findValuesAsText("$ref"))
                .filteredOn(reference -> reference.startsWith("#"))
                .noneMatch(reference -> document.at(reference.substring(1)).isMissingNode());
    }

    @ParameterizedTest
    @EnumSource
    void hasAChannelForEveryStream(Stream stream) {
        NodeId to = stream.addressed() ? new NodeId("hnd") : null;
        String address = new Topic(new NodeId("gtm"), stream, to).name();
        assertThat(channel(stream).path("address").asText())
                .isEqualTo(address.replace("gtm", "{node}").replace("hnd", "{to}"));
    }

    @ParameterizedTest
    @EnumSource
    void carriesExactlyTheTypesOfItsStream(Stream stream) {
        List<String> carried = channel(stream)
                .path("messages")
                .propertyStream()
                .map(Map.Entry::getValue)
                .map(message -> follow(message).path("name").asText())
                .toList();
        assertThat(carried)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FactType.values())
                        .filter(type -> type.stream() == stream)
                        .map(FactType::type)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void pointsToTheSchemaOfEveryType(FactType type) {
        JsonNode message = document.at("/components/messages")
                .valueStream()
                .filter(candidate -> candidate.path("name").asText().equals(type.type()))
                .findFirst()
                .orElseThrow();
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo(type.resource());
    }

    @ParameterizedTest
    @EnumSource
    void everyStreamIsSentAndReceived(Stream stream) {
        assertThat(document.path("operations")
                        .valueStream()
                        .filter(operation ->
                                operation.at("/channel/$ref").asText().equals("#/channels/" + stream.word()))
                        .map(operation -> operation.path("action").asText()))
                .containsExactlyInAnyOrder("send", "receive");
    }

    @Test
    void declaresTheHeadersOfTheEnvelope() {
        JsonNode headers = document.at("/components/messageTraits/cloudEvent/headers/properties");
        assertThat(headers.propertyStream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(EnvelopeTest.ENVELOPE.headers().keySet());
    }

    @Test
    void everyServerAsksForThePrincipalOfANode() {
        assertThat(document.path("servers").valueStream())
                .allMatch(server ->
                        follow(server.at("/security/0")).path("type").asText().equals("scramSha256"));
    }

    private static JsonNode channel(Stream stream) {
        return document.path("channels").path(stream.word());
    }

    private static JsonNode follow(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }
}
