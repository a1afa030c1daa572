package org.puente.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Which members of an export have no words, so that the PDF shows their names. */
public final class ExportWords {
    private static final Properties WORDS = read();

    /** In it stand questions, whose words their questionnaire has. */
    private static final String OF_QUESTIONNAIRES = "answers";

    private ExportWords() {}

    public static Set<String> missing(JsonNode export) {
        Set<String> missing = new TreeSet<>();
        collect(export, missing);
        return missing;
    }

    private static void collect(JsonNode node, Set<String> missing) {
        node.properties().forEach(member -> {
            if (!WORDS.containsKey(member.getKey())) {
                missing.add(member.getKey());
            }
            if (!member.getKey().equals(OF_QUESTIONNAIRES)) {
                collect(member.getValue(), missing);
            }
        });
        if (node.isArray()) {
            node.forEach(child -> collect(child, missing));
        }
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                ExportWords.class.getResourceAsStream("/member-names_es.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
