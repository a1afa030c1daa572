package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repository, in which the build has laid out what we start.
 *
 * @param root the directory that holds the root pom
 */
public record Home(Path root) {

    /** From the property {@code puente.home}, else the nearest directory upward that is ours. */
    public static Home find() {
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

    /** The unpacked distribution. */
    Path keycloak() {
        try (Stream<Path> content = Files.list(laidOut("keycloak"))) {
            return content.filter(Files::isDirectory)
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm of one machine, with invented people. */
    public Path realm() {
        return root.resolve("deploy/keycloak/puente-realm-local.json");
    }

    /** Where the secrets of the region in containers are, or are to be. */
    public Path composeSecrets() {
        return root.resolve("deploy/compose/secrets");
    }

    /** What the build of a service has made; maybe not yet. */
    Path service(String name) {
        return root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    Path caches() {
        return root.resolve("deploy/local/target/aot");
    }

    Path servers() {
        return root.resolve("deploy/servers/target");
    }

    private Path laidOut(String name) {
        return Optional.of(servers().resolve(name))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new Refusal("The servers are not there yet; run: mvn -pl deploy/servers package"));
    }
}
