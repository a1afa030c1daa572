package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerImagesTest {
    private static final Path PINNED = Home.find().root().resolve("deploy/compose/.env");

    @Test
    void areThoseThatComposePins() {
        assertThat(ContainerImages.of(PINNED, Map.of()).kafka()).startsWith("apache/kafka:");
    }

    @Test
    void theEnvironmentNamesOthers() {
        Map<String, String> environment = Map.of("POSTGRES_IMAGE", "registry.example.org/postgres:18");
        assertThat(ContainerImages.of(PINNED, environment).postgres()).isEqualTo("registry.example.org/postgres:18");
    }
}
