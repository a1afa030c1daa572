package org.puente.platform.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.puente.contracts.Countries;
import org.puente.platform.text.Subdivisions;

/** Which values on a paper for a person are codes that have a label, or days and times of machines. */
public final class KnownCodes {
    /** {@code Label: value}, or an item of a list. */
    private static final Pattern VALUE = Pattern.compile("(?:.*: |• )(.+)");

    private static final Pattern MACHINE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");

    private static final Set<String> CODES = codes();

    private KnownCodes() {}

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Set<String> on(byte[] pdf) {
        return text(pdf)
                .lines()
                .map(VALUE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1).strip())
                .filter(KnownCodes::isCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCode(String value) {
        return CODES.contains(value)
                || Countries.name(value, Locale.ENGLISH).isPresent()
                || Subdivisions.name(value).isPresent()
                || MACHINE_TIME.matcher(value).matches();
    }

    /** Of a key, what stands after the name of a list. */
    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>(Set.of("spa", "eng", "kek"));
        List<String> lists = read("member-codes.properties").values().stream()
                .flatMap(names -> Stream.of(names.toString().split(" ")))
                .map(list -> "code-" + list + "-")
                .toList();
        Stream.of("code-texts_es.properties", "platform-texts_es.properties")
                .flatMap(file -> read(file).stringPropertyNames().stream())
                .forEach(key -> Stream.concat(lists.stream(), Stream.of("term-category-"))
                        .filter(key::startsWith)
                        .forEach(list -> codes.add(key.substring(list.length()))));
        codes.removeIf(code -> code.matches("\\d"));
        return codes;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(KnownCodes.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
