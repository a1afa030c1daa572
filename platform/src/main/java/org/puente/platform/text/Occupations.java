package org.puente.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.puente.platform.json.Json;

/**
 * The major and sub-major groups of ISCO-08 with their names; the file says where they come from.
 *
 * @param groups by code: the names by language (en, es)
 */
public record Occupations(String about, Map<String, Map<String, String>> groups) {

    private static final class OfThisBuild {
        static final Map<String, Map<String, String>> GROUPS = new TreeMap<>(read().groups());
    }

    /** One or two digits, in the order of their text: each major group before its sub-major groups. */
    public static List<String> codes() {
        return List.copyOf(OfThisBuild.GROUPS.keySet());
    }

    public static boolean exists(String code) {
        return OfThisBuild.GROUPS.containsKey(code);
    }

    /** The name of a group; empty if there is no such group. */
    public static Optional<String> name(String code, Locale locale) {
        return Optional.ofNullable(OfThisBuild.GROUPS.get(code))
                .map(names -> names.get(locale.getLanguage().equals("es") ? "es" : "en"));
    }

    private static Occupations read() {
        try (InputStream json = Occupations.class.getResourceAsStream("/isco-08.json")) {
            return Json.mapper().readValue(json, Occupations.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
