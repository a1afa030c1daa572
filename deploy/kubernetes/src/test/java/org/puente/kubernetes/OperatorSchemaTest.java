package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The operators' own schemas, which lie beside this repository. A field that a schema does not name is an
 * error here; a cluster would leave it out.
 */
class OperatorSchemaTest {
    private static final Path SCHEMAS =
            Release.HOME.resolve("../../../shared/data/crds").normalize();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    /** Keycloak's operator publishes no schema. */
    private static final String WITHOUT = "k8s.keycloak.org/v2beta1";

    @BeforeAll
    static void schemasAreThere() {
        if (!Files.isDirectory(SCHEMAS)) {
            System.err.println("SKIPPED: no schemas of the operators in " + SCHEMAS);
        }
        assumeTrue(Files.isDirectory(SCHEMAS), "no schemas of the operators in " + SCHEMAS);
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void everyObjectIsRight(Release release) throws IOException {
        for (Manifest object : release.objects()) {
            if (object.apiVersion().contains(".")
                    && !object.apiVersion().contains("k8s.io")
                    && !object.apiVersion().equals(WITHOUT)) {
                assertThat(errors(object)).as("%s", object).isEmpty();
            }
        }
    }

    @Test
    void anUnknownFieldIsAnError() throws IOException {
        Manifest database = Release.GTM.objects("Cluster").getFirst();
        ((ObjectNode) database.spec()).put("instance", 3);

        assertThat(errors(database)).isNotEmpty();
    }

    @Test
    void aWrongTypeIsAnError() throws IOException {
        Manifest topic = Release.GTM.objects("KafkaTopic").getFirst();
        ((ObjectNode) topic.spec()).put("partitions", "six");

        assertThat(errors(topic)).isNotEmpty();
    }

    private static Set<ValidationMessage> errors(Manifest object) throws IOException {
        String[] version = object.apiVersion().split("/");
        Path file = SCHEMAS.resolve(object.kind() + "." + version[0] + "." + version[1] + ".json");
        assertThat(file).exists();
        JsonNode schema = new JsonMapper().readTree(file.toFile());
        close(schema);
        JsonSchema judge = FACTORY.getSchema(schema);
        return judge.validate(object.json());
    }

    /** What has named properties has no others, unless the schema says so. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.path("properties").forEach(OperatorSchemaTest::close);
        close(schema, "items");
        close(schema, "additionalProperties");
    }

    private static void close(JsonNode schema, String member) {
        if (schema.path(member).isObject()) {
            close(schema.get(member));
        }
    }
}
