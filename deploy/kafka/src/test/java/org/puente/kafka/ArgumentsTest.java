package org.puente.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
    private static final String[] SERVER = {"--bootstrap-server", "kafka:9093"};

    @Test
    void keepsThreeCopiesUnlessSetOtherwise() throws IOException {
        assertThat(Arguments.parse(SERVER).replication()).isEqualTo(3);
    }

    @Test
    void takesTheNodesOfThisBuildUnlessSetOtherwise() throws IOException {
        assertThat(Arguments.parse(SERVER).nodes()).isEqualTo(Nodes.ofThisBuild());
    }

    @Test
    void readsTheNodesFromAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("nodes.json");
        Files.writeString(file, "{\"nodes\": [\"cri\"], \"region\": \"region\"}");
        assertThat(Arguments.parse("--bootstrap-server", "kafka:9093", "--nodes", file.toString())
                        .nodes()
                        .nodes())
                .extracting(Object::toString)
                .containsExactly("cri");
    }

    @Test
    void logsInByItsCommandConfig(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("admin.properties");
        Files.writeString(file, "security.protocol=SASL_SSL\n");
        assertThat(Arguments.parse("--bootstrap-server", "kafka:9093", "--command-config", file.toString())
                        .login())
                .containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void refusesAMisspeltOption() {
        assertThatThrownBy(() -> Arguments.parse("--bootstrap-servers", "kafka:9093"))
                .hasMessage("Unknown option --bootstrap-servers");
    }

    @Test
    void refusesNoPartitions() {
        assertThatThrownBy(() -> Arguments.parse("--bootstrap-server", "kafka:9093", "--partitions", "0"))
                .hasMessageStartingWith("--partitions takes a whole number");
    }
}
