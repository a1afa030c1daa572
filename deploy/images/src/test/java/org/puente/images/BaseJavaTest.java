package org.puente.images;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseJavaTest {
    @TempDir
    Path directory;

    @Test
    void aBaseThatDoesNotSayWhereItsJavaIsCannotBeTrainedFor() throws Exception {
        Path files = Files.createDirectories(directory.resolve("files"));
        Files.writeString(files.resolve("program.jar"), "program");
        ImageRecipe recipe = new ImageRecipe(
                "scratch", new AppTree(files), Optional.empty(), List.of("java"), List.of(), Map.of(), Instant.EPOCH);
        Path tar = directory.resolve("image.tar");
        new ImageWriter(directory.resolve("work")).toTar(recipe, "puente/nothing:1.0", tar);
        assertThatThrownBy(() -> BaseJava.of(new ImageTar(tar), directory.resolve("java")))
                .isInstanceOf(BaseJava.Unusable.class)
                .hasMessageContaining("JAVA_HOME");
    }
}
