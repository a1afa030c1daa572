package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What a Java of 25 or newer has learnt of a program's start (JEP 514). A cache is one file, named
 * after all that it depends on; a file that doesn't fit is ignored by Java, so it never keeps a
 * program from starting.
 *
 * @param directory holds the files; gone when the build is cleaned
 * @param program the jar, or the directory of jars, that is started
 */
record AotCaches(Path directory, Path program) {
    private static final int FIRST_JAVA = 25;

    /** Beside the launcher's own build; one cache per service serves all nodes. */
    static AotCaches of(Path program) {
        return new AotCaches(Home.find().caches(), program);
    }

    static boolean supported() {
        return Runtime.version().feature() >= FIRST_JAVA;
    }

    boolean learnt(String name, List<String> jvm) {
        return Files.exists(file(name, jvm));
    }

    /**
     * The arguments that let a start profit; none if nothing was learnt yet. The cache is mapped where it
     * was written for: elsewhere Java rewrites most of it, and each process has a copy of its own.
     */
    List<String> use(String name, List<String> jvm) {
        return supported() && learnt(name, jvm)
                ? List.of(
                        "-XX:AOTCache=" + file(name, jvm),
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-Xlog:aot*=off",
                        "-Xlog:cds*=off")
                : List.of();
    }

    /** The arguments that make a run write what it learns when it ends. */
    static List<String> learn(Path output) {
        return List.of("-XX:AOTCacheOutput=" + output, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    Path file(String name, List<String> jvm) {
        String dependsOn = Runtime.version() + "\n" + jvm + "\n" + program + "\n" + stamp();
        String key = UUID.nameUUIDFromBytes(dependsOn.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        return directory.resolve(name + "-" + key + ".aot");
    }

    private String stamp() {
        try {
            return Files.exists(program) ? Files.getLastModifiedTime(program) + " " + Files.size(program) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
