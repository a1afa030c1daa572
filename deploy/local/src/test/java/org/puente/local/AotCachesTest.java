package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC");

    @TempDir
    Path directory;

    private Path jar;
    private AotCaches caches;

    @BeforeEach
    void learn() throws IOException {
        jar = Files.writeString(directory.resolve("service.jar"), "code");
        caches = new AotCaches(directory, jar);
        Files.writeString(caches.file("referral", JVM), "learnt");
    }

    @Test
    void servesEveryNodeWithOneCache() {
        assertThat(new AotCaches(directory, jar).learnt("referral", JVM)).isTrue();
    }

    @Test
    void forgetsWhatItLearntOfAnOlderBuild() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(caches.learnt("referral", JVM)).isFalse();
    }

    @Test
    void forgetsWhatItLearntUnderOtherArguments() {
        assertThat(caches.learnt("referral", List.of("-XX:+UseG1GC"))).isFalse();
    }

    @Test
    void asksNothingOfJavaWhereNothingWasLearnt() {
        assertThat(caches.use("registry", JVM)).isEmpty();
    }
}
