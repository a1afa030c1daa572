package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a region keeps its things.
 *
 * @param data by default {@code .puente}; its path is absolute
 */
record Layout(Path data) {
    Path kafka() {
        return data.resolve("kafka");
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path keycloak() {
        return data.resolve("keycloak");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path run() {
        return data.resolve("run");
    }

    /** The pid file of whoever has started the region. */
    Path launcher() {
        return run().resolve("launcher.pid");
    }

    /** What the region was started with. */
    Path settings() {
        return run().resolve("region.properties");
    }

    void create() {
        try {
            for (Path directory : List.of(data, logs(), run())) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new Refusal("Could not write to " + data + ": " + e.getMessage(), e);
        }
    }

    /** Forgets all that the nodes hold; their logs stay. */
    void forget() {
        List.of(kafka(), postgres(), keycloak(), keys()).forEach(Trees::delete);
    }
}
