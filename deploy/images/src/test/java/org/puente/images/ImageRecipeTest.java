package org.puente.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images on an empty base, which needs no network. */
class ImageRecipeTest {
    @TempDir
    Path directory;

    private Path tar;
    private JsonNode manifest;
    private JsonNode configuration;

    @BeforeEach
    void build() throws Exception {
        Path built = directory.resolve("built");
        Files.createDirectories(built.resolve("lib"));
        Files.writeString(built.resolve("lib/org.example.library-1.0.jar"), "library");
        Files.writeString(built.resolve("lib/org.puente.puente-platform-0.1.0-SNAPSHOT.jar"), "platform");
        Files.writeString(built.resolve("quarkus-run.jar"), "program");
        Path cache = Files.writeString(directory.resolve("cache"), "cache");
        ImageRecipe recipe = new ImageRecipe(
                "scratch",
                AppTree.copy(built, directory.resolve("tree")),
                Optional.of(cache),
                List.of("java", "-jar", "quarkus-run.jar"),
                List.of(8080, 9000),
                new Labels("1.0", "scratch", "abc", Instant.EPOCH).of("referral-service", "A service.", "25"),
                Instant.EPOCH);
        tar = directory.resolve("out/image.tar");
        writer().toTar(recipe, "puente/referral-service:1.0", tar);
        Map<String, byte[]> texts = texts();
        manifest = new JsonMapper().readTree(texts.get("manifest.json")).path(0);
        configuration = new JsonMapper()
                .readTree(texts.get(manifest.path("Config").asText()))
                .path("config");
    }

    /** Without it no registry is reached; Quarkus' BOM excludes it from what Jib needs. */
    @Test
    void theClientOfRegistriesHasWhatItLogsBy() {
        assertThatCode(() -> Class.forName("org.apache.http.impl.client.HttpClients")
                        .getMethod("createDefault")
                        .invoke(null))
                .doesNotThrowAnyException();
    }

    @Test
    void theImageHasTheNameThatComposeExpects() {
        assertThat(manifest.path("RepoTags").path(0).asText()).isEqualTo("puente/referral-service:1.0");
    }

    @Test
    void theProgramIsNotRoot() {
        assertThat(configuration.path("User").asText()).isEqualTo("10001:10001");
    }

    @Test
    void theServiceListensOnAllAddressesOfItsContainer() throws IOException {
        assertThat(new ImageTar(tar).variable("QUARKUS_HTTP_HOST")).contains("0.0.0.0");
        assertThat(new ImageTar(tar).variable("QUARKUS_MANAGEMENT_HOST")).contains("0.0.0.0");
    }

    /** Services have ports of their own in their settings. */
    @Test
    void theServiceListensAtThePortsOfTheImageWhicheverItsOwnIs() throws IOException {
        assertThat(new ImageTar(tar).variable("QUARKUS_HTTP_PORT")).contains("8080");
        assertThat(new ImageTar(tar).variable("QUARKUS_MANAGEMENT_PORT")).contains("9000");
    }

    @Test
    void thePortsAreThoseOfTheCharts() {
        assertThat(configuration.path("ExposedPorts").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("8080/tcp", "9000/tcp");
    }

    @Test
    void theImageSaysWhatItIs() {
        JsonNode labels = configuration.path("Labels");
        assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("1.0");
        assertThat(labels.path("org.opencontainers.image.revision").asText()).isEqualTo("abc");
    }

    @Test
    void librariesLieBelowTheProgramAndTheCache() throws IOException {
        assertThat(layers())
                .containsExactly(
                        List.of("app/lib/org.example.library-1.0.jar"),
                        List.of("app/lib/org.puente.puente-platform-0.1.0-SNAPSHOT.jar", "app/quarkus-run.jar"),
                        List.of("app/start.aot"));
    }

    private ImageWriter writer() {
        return new ImageWriter(directory.resolve("work"));
    }

    /** The files of each layer, from the lowest on. */
    private List<List<String>> layers() throws IOException {
        Map<String, byte[]> parts = texts();
        List<List<String>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("Layers")) {
            List<String> files = new ArrayList<>();
            byte[] packed = parts.get(layer.asText());
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        files.add(entry.getName());
                    }
                }
            }
            layers.add(files);
        }
        return layers;
    }

    @Test
    void filesHaveTheTimesThatJavaHasSeenInTraining() throws IOException {
        Path unpacked = directory.resolve("unpacked");
        new ImageTar(tar).unpack("/app", unpacked);
        for (String file : List.of("quarkus-run.jar", "lib/org.example.library-1.0.jar")) {
            assertThat(Files.getLastModifiedTime(unpacked.resolve(file)).toInstant())
                    .isEqualTo(
                            Files.getLastModifiedTime(directory.resolve("tree").resolve(file))
                                    .toInstant())
                    .isEqualTo(FileEntriesLayer.DEFAULT_MODIFICATION_TIME);
        }
    }

    private Map<String, byte[]> texts() throws IOException {
        Map<String, byte[]> texts = new HashMap<>();
        try (InputStream in = Files.newInputStream(tar);
                TarArchiveInputStream image = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = image.getNextEntry(); entry != null; entry = image.getNextEntry()) {
                texts.put(entry.getName(), image.readAllBytes());
            }
        }
        return texts;
    }
}
