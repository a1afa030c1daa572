package org.puente.contracts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A released schema is a promise: others hold facts of it, for good. */
class ReleasedSchemasTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path RELEASED = SCHEMAS.resolve("released.sha256");

    @Test
    void noReleasedSchemaHasChangedOrGone() throws IOException {
        Map<String, String> present = present();
        assertThat(released().entrySet().stream()
                        .filter(schema -> !schema.getValue().equals(present.get(schema.getKey()))))
                .as("Released schemas that have changed or gone. Restore them from the history;"
                        + " for a new shape add a v2 beside v1 (schema, record, FactType)")
                .isEmpty();
    }

    @Test
    void everySchemaIsListedAsReleased() throws IOException {
        Set<String> missing = new TreeSet<>(present().keySet());
        missing.removeAll(released().keySet());
        List<String> lines = missing.stream().map(ReleasedSchemasTest::line).toList();
        assertThat(lines).as("Append these lines to %s", RELEASED).isEmpty();
    }

    @Test
    void everyTypeHasItsSchemaAndEverySchemaItsType() throws IOException {
        assertThat(present().keySet())
                .isEqualTo(Arrays.stream(FactType.values())
                        .map(type -> type.resource().replace("schemas/", ""))
                        .collect(toSet()));
    }

    private static String line(String schema) {
        return hash(SCHEMAS.resolve(schema)) + "  " + schema;
    }

    private static Map<String, String> released() throws IOException {
        return Files.readAllLines(RELEASED).stream()
                .map(line -> line.split(" {2}"))
                .collect(toMap(parts -> parts[1], parts -> parts[0]));
    }

    private static Map<String, String> present() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(toMap(
                            file -> file.getFileName().toString(),
                            ReleasedSchemasTest::hash,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
