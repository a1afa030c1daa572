package org.puente.compose;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** All secrets of a region by name, in one file that its owner alone reads; what is in it stays for good. */
final class NamedSecrets {
    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();
    private boolean changed;

    /**
     * @param file is read if it exists
     */
    NamedSecrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** 32 random letters, digits, "-" and "_", the same for the same name. */
    String of(String name) {
        return (String) values.computeIfAbsent(name, missing -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            changed = true;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** The file is replaced whole: where the disk is full, the former one stays. Not touched if nothing is new. */
    void save() throws IOException {
        if (!changed) {
            return;
        }
        Path anew = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(anew);
        Files.createFile(anew, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(anew)) {
            values.store(writer, "Of this region, for good; keep a copy where its backups are not");
        }
        Files.move(anew, file, StandardCopyOption.ATOMIC_MOVE);
        changed = false;
    }
}
