package org.puente.compose;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.puente.local.PrivateFile;

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

    /** Not touched if nothing is new. */
    void save() throws IOException {
        if (!changed) {
            return;
        }
        StringWriter text = new StringWriter();
        values.store(text, "Of this region, for good; keep a copy where its backups are not");
        PrivateFile.replace(file, text.toString());
        changed = false;
    }
}
