package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Pattern PART = Pattern.compile("(?m)^  ([a-z-]+) ");

    /** A part that is not listed is refused before anything is built. */
    @Test
    void listsEveryPartInItsOrder() throws IOException {
        assertThat(PART.matcher(usage()).results().map(part -> part.group(1))).containsExactlyElementsOf(Main.names());
    }

    private static String usage() throws IOException {
        try (InputStream text = Main.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
