package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.puente.platform.json.Json;

/**
 * The schemas that Open Referral publishes for HSDS 3.0. They are reference data beside this
 * repository and no part of it.
 *
 * @param directory holds one JSON Schema per object
 */
record HsdsSchemas(Path directory) {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_TOO =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** The schemas; where they are absent the test is skipped, and says so. */
    static HsdsSchemas published() {
        Path directory = Path.of(System.getProperty("puente.home", ".."), "../shared/data/hsds")
                .normalize();
        boolean present = Files.exists(directory.resolve("service.json"));
        if (!present) {
            System.err.println("SKIPPED: no HSDS schemas in " + directory.toAbsolutePath());
        }
        Assumptions.assumeTrue(present, "no HSDS schemas in " + directory.toAbsolutePath());
        return new HsdsSchemas(directory);
    }

    /** What of an answer doesn't fit the schema; formats such as uuid are checked too. */
    Set<ValidationMessage> faults(String object, JsonNode answer) {
        return FACTORY.getSchema(
                        SchemaLocation.of(
                                directory.resolve(object + ".json").toUri().toString()),
                        FORMATS_TOO)
                .validate(answer);
    }

    /**
     * What of an answer doesn't fit a schema of the standard's OpenAPI document.
     *
     * @param pointer to the schema (RFC 6901)
     */
    Set<ValidationMessage> faultsByOpenApi(String pointer, JsonNode answer) {
        JsonNode schema = openApi().at(pointer);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("no schema at " + pointer);
        }
        return FACTORY.getSchema(schema, FORMATS_TOO).validate(answer);
    }

    /** The paths of the standard's API. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        openApi().get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    private JsonNode openApi() {
        try {
            return Json.mapper().readTree(Files.readString(directory.resolve("openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
