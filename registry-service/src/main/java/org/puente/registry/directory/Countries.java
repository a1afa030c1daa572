package org.puente.registry.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The two codes of a country (ISO 3166-1, alpha-2 and alpha-3); codes of subdivisions begin with
 * alpha-2.
 */
public final class Countries {
    private static final Map<String, String> THREE_BY_TWO = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    Function.identity(), two -> Locale.of("", two).getISO3Country()));

    private static final Map<String, String> TWO_BY_THREE =
            THREE_BY_TWO.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Countries() {}

    /**
     * The country of an area, as alpha-3.
     *
     * @param area a country as alpha-3 (GTM), or a subdivision (HN-CR)
     * @return the area itself if its country is unknown
     */
    public static String of(String area) {
        return area.indexOf('-') == 2 ? THREE_BY_TWO.getOrDefault(area.substring(0, 2), area) : area;
    }

    /** The name of a country by its alpha-3 code; empty if unknown. */
    public static Optional<String> name(String three, Locale locale) {
        return Optional.ofNullable(TWO_BY_THREE.get(three))
                .map(two -> Locale.of("", two).getDisplayCountry(locale));
    }
}
