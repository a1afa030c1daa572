package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts for people, of each module. A text that is no pattern fails only once somebody needs it. */
class TextsTest {
    private static final Path HOME = Path.of(System.getProperty("puente.home"));

    static List<Path> english() throws IOException {
        try (Stream<Path> modules = Files.list(HOME)) {
            return modules.flatMap(module -> Stream.of("texts", "platform-texts", "code-texts")
                            .map(name -> module.resolve("src/main/resources").resolve(name + ".properties")))
                    .filter(Files::exists)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void everyTextIsAPattern(Path english) {
        for (Path file : List.of(english, spanish(english))) {
            List<String> broken = new ArrayList<>();
            texts(file).forEach((code, text) -> {
                try {
                    new MessageFormat((String) text);
                } catch (IllegalArgumentException e) {
                    broken.add(code + ": " + e.getMessage());
                }
            });
            assertThat(broken).as(file.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void everyTextIsThereInBothLanguages(Path english) {
        assertThat(texts(spanish(english)).stringPropertyNames())
                .isEqualTo(texts(english).stringPropertyNames());
    }

    /** Of two with one code the later would be said in both places. */
    @ParameterizedTest
    @MethodSource("english")
    void noCodeHasTwoTexts(Path english) throws IOException {
        for (Path file : List.of(english, spanish(english))) {
            assertThat(Files.readAllLines(file).stream()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .as(file.toString())
                    .doesNotHaveDuplicates();
        }
    }

    private static Path spanish(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_es.properties"));
    }

    private static Properties texts(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
