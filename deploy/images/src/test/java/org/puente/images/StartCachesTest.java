package org.puente.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCachesTest {
    @TempDir
    Path directory;

    private BuiltService service;

    @BeforeEach
    void aJavaAndAService() throws IOException {
        Files.createDirectories(directory.resolve("java/lib"));
        Files.writeString(directory.resolve("java/lib/modules"), "modules");
        Files.createDirectories(directory.resolve("app"));
        Files.writeString(directory.resolve("app/quarkus-run.jar"), "program");
        service = new BuiltService("gtm", "referral", new AppTree(directory.resolve("app")));
    }

    @Test
    void whatIsKnownIsNotTrainedAgain() throws IOException {
        Path cache = caches("25.0.3+9").file(service);
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "learnt");
        assertThatCode(() -> caches("25.0.3+9").train(List.of(service))).doesNotThrowAnyException();
        assertThat(cache).hasContent("learnt");
    }

    @Test
    void aJarThatHasChangedIsTrainedAnew() throws IOException {
        Path before = caches("25.0.3+9").file(service);
        Files.writeString(directory.resolve("app/quarkus-run.jar"), "another");
        assertThat(caches("25.0.3+9").file(service)).isNotEqualTo(before);
    }

    @Test
    void anotherJavaIsTrainedAnew() {
        assertThat(caches("25.0.4+7").file(service))
                .isNotEqualTo(caches("25.0.3+9").file(service));
    }

    @Test
    void aJavaWithOtherModulesIsTrainedAnew() throws IOException {
        Path before = caches("25.0.3+9").file(service);
        Files.writeString(directory.resolve("java/lib/modules"), "more modules");
        assertThat(caches("25.0.3+9").file(service)).isNotEqualTo(before);
    }

    private StartCaches caches(String version) {
        return new StartCaches(directory.resolve("caches"), new BaseJava(directory.resolve("java"), version));
    }
}
