package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files with private keys can be read by their service alone. */
final class KeyFileRequirements {
    private static final List<String> PRIVATE = List.of("puente.keys.private", "kafka.ssl.keystore.location");

    private KeyFileRequirements() {}

    static List<String> unmet(Settings settings) {
        return PRIVATE.stream()
                .flatMap(name -> settings.text(name).flatMap(file -> complaint(name, file)).stream())
                .toList();
    }

    private static Optional<String> complaint(String name, String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isReadable(path)) {
                return Optional.of(named(name) + " names a file that is not there, or that this service may not read.");
            }
            return FileAccess.isExposed(path)
                    ? Optional.of(named(name) + " names a file that others than this service can read or change:"
                            + " let its owner alone read it (chmod 400).")
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.of(named(name) + " names no file that can be looked at.");
        }
    }
}
