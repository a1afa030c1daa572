package org.puente.platform.production;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Who besides this service can read or change a file. */
public final class FileAccess {
    private static final Set<PosixFilePermission> NEVER = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private static final Set<PosixFilePermission> CHANGING =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileAccess() {}

    /**
     * Whether others can read or change it. The group may read a file that belongs to somebody else: so Kubernetes
     * gives a secret to a pod that doesn't run as root (the file is root's, and the pod is alone in its group, {@code
     * fsGroup}).
     *
     * @return false where files have no permissions
     */
    public static boolean isExposed(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions =
                Files.readAttributes(file, PosixFileAttributes.class).permissions();
        return permissions.stream().anyMatch(NEVER::contains)
                || permissions.contains(PosixFilePermission.GROUP_READ) && isOwn(file);
    }

    /**
     * Whether others than its owner can change it.
     *
     * @return false where files have no permissions
     */
    static boolean isChangedByOthers(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(CHANGING::contains);
    }

    private static boolean isOwn(Path file) throws IOException {
        Number owner = (Number) Files.getAttribute(file, "unix:uid");
        return owner.longValue() == new UnixSystem().getUid();
    }
}
