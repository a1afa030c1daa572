package org.puente.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an image is made of a base and files: what changes seldom lies below what changes often.
 *
 * @param base see {@link Options#base}
 * @param cache what Java has learnt of the start; without it Java starts as ever
 * @param entrypoint the program and its arguments; it starts in {@link #DIRECTORY}
 * @param ports that it listens on
 */
record ImageRecipe(
        String base,
        AppTree files,
        Optional<Path> cache,
        List<String> entrypoint,
        List<Integer> ports,
        Map<String, String> labels,
        Instant created) {
    static final AbsoluteUnixPath DIRECTORY = AbsoluteUnixPath.get("/app");

    /** Of the charts, too (podSecurityContext). */
    static final String USER = "10001:10001";

    static final String CACHE = "start.aot";

    static final int HTTP = 8080;
    static final int MANAGEMENT = 9000;

    JibContainerBuilder builder() throws InvalidImageReferenceException {
        JibContainerBuilder image = (isFetched() ? Jib.from(ImageWriter.registry(base)) : Jib.from(base))
                .setWorkingDirectory(DIRECTORY)
                .setUser(USER)
                .setEntrypoint(entrypoint)
                // Fewer arenas: the memory of many threads is given back.
                .addEnvironmentVariable("MALLOC_ARENA_MAX", "2")
                // In a container all addresses, and the ports that charts and compose expect.
                .addEnvironmentVariable("QUARKUS_HTTP_HOST", "0.0.0.0")
                .addEnvironmentVariable("QUARKUS_HTTP_PORT", String.valueOf(HTTP))
                .addEnvironmentVariable("QUARKUS_MANAGEMENT_HOST", "0.0.0.0")
                .addEnvironmentVariable("QUARKUS_MANAGEMENT_PORT", String.valueOf(MANAGEMENT))
                .setLabels(labels)
                .setCreationTime(created);
        if (isFetched()) {
            // The program has libraries of this machine's kind in it (corretto-crypto.platform).
            image.setPlatforms(
                    Set.of(new Platform(System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64", "linux")));
        }
        ports.forEach(port -> image.addExposedPort(Port.tcp(port)));
        image.addFileEntriesLayer(layer("libraries", file -> isLibrary(file)));
        image.addFileEntriesLayer(layer("program", file -> !isLibrary(file)));
        cache.ifPresent(file -> image.addFileEntriesLayer(FileEntriesLayer.builder()
                .setName("start")
                .addEntry(file, DIRECTORY.resolve(CACHE))
                .build()));
        return image;
    }

    /** From a registry, which may have the base for many kinds of machines. */
    private boolean isFetched() {
        return !base.startsWith(Jib.DOCKER_DAEMON_IMAGE_PREFIX) && !base.startsWith(Jib.TAR_IMAGE_PREFIX);
    }

    private static boolean isLibrary(String file) {
        return file.startsWith("lib/") && !file.contains("SNAPSHOT");
    }

    private FileEntriesLayer layer(String name, Predicate<String> belongs) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : files.files()) {
            if (belongs.test(files.name(file))) {
                layer.addEntry(file, DIRECTORY.resolve(files.name(file)));
            }
        }
        return layer.build();
    }
}
