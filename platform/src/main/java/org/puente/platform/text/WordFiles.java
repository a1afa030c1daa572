package org.puente.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the files of words of this module. */
final class WordFiles {
    private WordFiles() {}

    static Properties read(String name) {
        Properties words = new Properties();
        try (Reader file =
                new InputStreamReader(WordFiles.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
