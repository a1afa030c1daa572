package org.puente.reporting.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.FactType;
import org.puente.platform.web.Texts;

class ConsoleTextsTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern WORD = Pattern.compile("words\\.of\\('([^']+)'");

    @ParameterizedTest
    @MethodSource("types")
    void namesEveryTypeOfFactInBothLanguages(FactType type) {
        String code = Counts.code(type);
        String spanish = Texts.of(Locale.of("es"), code);

        assertThat(spanish).isNotEqualTo(code).isNotEqualTo(Texts.of(Locale.ENGLISH, code));
    }

    @ParameterizedTest
    @MethodSource("codesOfTemplates")
    void hasEachTextOfItsTemplates(String code) {
        assertThat(Texts.of(Locale.of("es"), code)).isNotEqualTo(code);
        assertThat(Texts.of(Locale.ENGLISH, code)).isNotEqualTo(code);
    }

    static List<FactType> types() {
        return Counts.shown();
    }

    static List<String> codesOfTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> WORD.matcher(read(file)).results())
                    .map(word -> word.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
