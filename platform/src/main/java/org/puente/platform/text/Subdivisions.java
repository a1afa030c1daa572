package org.puente.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.platform.json.Json;

/**
 * Names of subdivisions by their codes (ISO 3166-2), of the countries that this build knows. They
 * are names in Spanish, which other languages keep.
 *
 * @param countries by country (ISO 3166-1 alpha-3): the names by code
 */
public record Subdivisions(String about, Map<String, Map<String, String>> countries) {

    private static final class OfThisBuild {
        static final Subdivisions ALL = read();
        static final Map<String, String> NAMES = ALL.countries().values().stream()
                .flatMap(country -> country.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static Subdivisions ofThisBuild() {
        return OfThisBuild.ALL;
    }

    /** The name of a subdivision; empty if this build does not know it. */
    public static Optional<String> name(String code) {
        return Optional.ofNullable(OfThisBuild.NAMES.get(code));
    }

    private static Subdivisions read() {
        try (InputStream json = Subdivisions.class.getResourceAsStream("/subdivisions.json")) {
            return Json.mapper().readValue(json, Subdivisions.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
