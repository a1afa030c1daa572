package org.puente.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
    @TempDir
    Path directory;

    private List<String> urls;

    @BeforeEach
    void write() throws Exception {
        Path made = Files.writeString(directory.resolve("bom.json"), """
                {"bomFormat": "CycloneDX", "components": [
                  {"group": "org.example", "name": "known", "version": "1", "purl": "pkg:maven/org.example/known@1"}]}
                """);
        Path dependencies = Files.write(
                directory.resolve("dependencies.txt"),
                List.of("org.example:known::jar:1", "org.example:added-by-quarkus::jar:2"));
        Path written = directory.resolve("written.json");
        BillOfMaterials.write(made, dependencies, written);
        JsonNode components = new JsonMapper().readTree(written.toFile()).path("components");
        urls = components.findValuesAsText("purl");
    }

    @Test
    void whatQuarkusAddsIsInIt() {
        assertThat(urls).contains("pkg:maven/org.example/added-by-quarkus@2?type=jar");
    }

    @Test
    void whatMavenKnowsStaysAndIsNotRepeated() {
        assertThat(urls).hasSize(2).contains("pkg:maven/org.example/known@1");
    }
}
