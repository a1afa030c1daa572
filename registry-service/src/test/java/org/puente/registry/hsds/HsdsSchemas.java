package org.puente.registry.hsds;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * The schemas that Open Referral publishes for HSDS 3.0. They are reference data beside this
 * repository and no part of it.
 *
 * @param directory holds one JSON Schema per object
 */
record HsdsSchemas(Path directory) {

    /** The schemas; where they are absent the test is skipped, and says so. */
    static HsdsSchemas published() {
        Path directory =
                Path.of(System.getProperty("puente.home", ".."), "../shared/data/hsds").normalize();
        boolean present = Files.exists(directory.resolve("service.json"));
        if (!present) {
            System.err.println("SKIPPED: no HSDS schemas in " + directory.toAbsolutePath());
        }
        Assumptions.assumeTrue(present, "no HSDS schemas in " + directory.toAbsolutePath());
        return new HsdsSchemas(directory);
    }

    /** What of an answer doesn't fit the schema; formats such as uuid are checked too. */
    Set<ValidationMessage> faults(String object, String answer) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of(
                                        directory.resolve(object + ".json").toUri().toString()),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build());
        return schema.validate(answer, InputFormat.JSON);
    }
}
