package org.puente.platform.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The Spanish words for the members of an export. */
final class ExportLabels {
    private static final Properties WORDS = read();

    private ExportLabels() {}

    private static Properties read() {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                ExportLabels.class.getResourceAsStream("/export-labels_es.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The words for a member; its name with spaces where there are none. */
    static String of(String member) {
        return WORDS.getProperty(
                member, member.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' '));
    }
}
