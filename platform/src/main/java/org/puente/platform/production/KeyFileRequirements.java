package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file with private keys is readable by its service alone; no file with keys can be changed by others. */
final class KeyFileRequirements {
    private static final List<String> PRIVATE =
            List.of("puente.keys.private", "puente.keys.signing", "kafka.ssl.keystore.location");

    private static final String PUBLIC = "puente.keys.public";

    private KeyFileRequirements() {}

    static List<String> unmet(Settings settings) {
        return Stream.concat(
                        PRIVATE.stream()
                                .flatMap(name -> settings.text(name).flatMap(file -> complaint(name, file)).stream()),
                        settings.text(PUBLIC).flatMap(KeyFileRequirements::ofPublicKeys).stream())
                .toList();
    }

    /** Dossiers are sealed to what is in it: who can change it could read them. */
    private static Optional<String> ofPublicKeys(String file) {
        try {
            Path path = Path.of(file);
            return Files.exists(path) && FileAccess.isChangedByOthers(path)
                    ? Optional.of(named(PUBLIC) + " names a file that others than its owner can change, and dossiers"
                            + " are sealed to the keys in it: take the right away (chmod go-w).")
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.of(named(PUBLIC) + " names no file that can be looked at.");
        }
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
