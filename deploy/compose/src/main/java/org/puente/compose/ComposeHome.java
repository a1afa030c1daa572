package org.puente.compose;

import java.nio.file.Path;

/**
 * The repository.
 *
 * @param root holds the root pom
 */
record ComposeHome(Path root) {
    /** As the property {@code puente.home} says; otherwise the working directory. */
    static ComposeHome find() {
        return new ComposeHome(Path.of(System.getProperty("puente.home", "")).toAbsolutePath());
    }

    Path secrets() {
        return root.resolve("deploy/compose/secrets");
    }

    /** The realm of one machine, with invented people. */
    Path realm() {
        return root.resolve("deploy/keycloak/puente-realm-local.json");
    }
}
