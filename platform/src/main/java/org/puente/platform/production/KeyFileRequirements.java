package org.puente.platform.production;

import static org.puente.platform.production.Settings.named;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files with private keys can be read by their service alone.
 *
 * <p>The group may read a file that belongs to somebody else: so Kubernetes gives a secret to a pod that doesn't
 * run as root (the file is root's, and the pod alone is in its group, {@code fsGroup}).
 */
final class KeyFileRequirements {
    private static final List<String> PRIVATE = List.of("puente.keys.private", "kafka.ssl.keystore.location");
    private static final Set<PosixFilePermission> NEVER = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

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
            return isExposed(path)
                    ? Optional.of(named(name) + " names a file that others than this service can read or change:"
                            + " let its owner alone read it (chmod 400).")
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.of(named(name) + " names no file that can be looked at.");
        }
    }

    private static boolean isExposed(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions =
                    Files.readAttributes(file, PosixFileAttributes.class).permissions();
            return permissions.stream().anyMatch(NEVER::contains)
                    || permissions.contains(PosixFilePermission.GROUP_READ) && isOwn(file);
        }
        return false;
    }

    private static boolean isOwn(Path file) throws IOException {
        Number owner = (Number) Files.getAttribute(file, "unix:uid");
        return owner.longValue() == new UnixSystem().getUid();
    }
}
