package org.puente.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** A service's OpenAPI document, as the build of the service left it. */
record ApiDocument(JsonNode root) {
    private static final String URI = "https://puente.example.org/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    /**
     * An operation.
     *
     * @param at JSON pointer to it
     */
    record Operation(String at, String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    static Path file(String service) {
        return Path.of(System.getProperty("puente.home")).resolve(service + "-service/target/openapi/openapi.json");
    }

    static ApiDocument of(String service) {
        try {
            return new ApiDocument(new ObjectMapper().readTree(file(service).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .forEach(one -> operations.add(operation(path.getKey(), one.getKey(), one.getValue()))));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode node) {
        return new Operation("/paths/" + escaped(path) + "/" + method, method, path, node);
    }

    /** What a reference stands for; the node itself where it is none. */
    JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : root.at(ref.substring(1));
    }

    /** References that lead nowhere, and components that nothing refers to. */
    List<String> loose() {
        List<String> used = new ArrayList<>(root.findValuesAsText("$ref"));
        List<String> loose = new ArrayList<>();
        used.stream().filter(ref -> root.at(ref.substring(1)).isMissingNode()).forEach(loose::add);
        for (String kind : List.of("schemas", "responses", "headers")) {
            root.path("components").path(kind).fieldNames().forEachRemaining(name -> {
                String ref = "#/components/" + kind + "/" + name;
                if (!used.contains(ref)) {
                    loose.add(ref + " is not used");
                }
            });
        }
        return loose;
    }

    /** Each example, with what of it doesn't fit its schema. */
    void examples(BiConsumer<String, List<String>> found) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, it -> it.schemaLoaders(l -> l.schemas(Map.of(URI, root.toString()))));
        for (Operation operation : operations()) {
            for (String holder : holders(operation)) {
                root.at(holder).path("content").properties().forEach(type -> {
                    String at = holder + "/content/" + escaped(type.getKey());
                    JsonNode example = type.getValue().path("example");
                    if (!example.isMissingNode()) {
                        found.accept(at, faults(factory, at + "/schema", example));
                    }
                });
            }
        }
    }

    private static List<String> holders(Operation operation) {
        List<String> holders = new ArrayList<>(List.of(operation.at() + "/requestBody"));
        operation
                .node()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> holders.add(operation.at() + "/responses/" + status));
        return holders;
    }

    private static List<String> faults(JsonSchemaFactory factory, String schema, JsonNode example) {
        return factory
                .getSchema(
                        SchemaLocation.of(URI + "#" + schema),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(example)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
