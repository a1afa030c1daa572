package org.puente.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Writes an entry of an archive to the disk. */
public final class UnpackedEntry {
    private UnpackedEntry() {}

    /**
     * @param prefix of the names that are unpacked
     * @param name without it
     * @throws IOException also if the entry would leave the directory
     */
    public static void write(TarArchiveEntry entry, InputStream content, String prefix, String name, Path to)
            throws IOException {
        Path target = inside(to, name);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink() && entry.getLinkName().startsWith(prefix)) {
            Path other = inside(to, entry.getLinkName().substring(prefix.length()));
            Files.copy(other, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } else if (entry.isFile()) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            Files.setLastModifiedTime(
                    target, FileTime.fromMillis(entry.getModTime().getTime()));
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive has a file outside of its directory: " + name);
        }
        return target;
    }
}
