package org.puente.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The repository, in which the build has laid out what we start.
 *
 * @param root the directory that holds the root pom
 */
record Home(Path root) {

    /** From the property {@code puente.home}, else the nearest directory upward that is ours. */
    static Home find() {
        String given = System.getProperty("puente.home");
        if (given != null && isHome(Path.of(given))) {
            return new Home(Path.of(given).toAbsolutePath().normalize());
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path dir = here; dir != null; dir = dir.getParent()) {
            if (isHome(dir)) {
                return new Home(dir);
            }
        }
        throw new Refusal("This is not inside a checkout of Puente: " + here);
    }

    private static boolean isHome(Path dir) {
        return Files.exists(dir.resolve("deploy/servers/pom.xml"));
    }

    Path kafkaLibraries() {
        return laidOut("kafka/lib");
    }

    Path postgresArchives() {
        return laidOut("postgres");
    }

    Path servers() {
        return root.resolve("deploy/servers/target");
    }

    private Path laidOut(String name) {
        return Optional.of(servers().resolve(name))
                .filter(Files::isDirectory)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "The servers are not there yet; run: mvn -pl deploy/servers"
                                                + " package"));
    }
}
