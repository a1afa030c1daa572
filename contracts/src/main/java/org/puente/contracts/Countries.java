package org.puente.contracts;

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
    private static final Map<String, String> ALPHA3_BY_ALPHA2 = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    Function.identity(), alpha2 -> Locale.of("", alpha2).getISO3Country()));

    private static final Map<String, String> ALPHA2_BY_ALPHA3 =
            ALPHA3_BY_ALPHA2.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Countries() {}

    public static boolean exists(String alpha3) {
        return ALPHA2_BY_ALPHA3.containsKey(alpha3);
    }

    /** The alpha-2 code of a country; null if it is unknown. */
    public static String alpha2(String alpha3) {
        return ALPHA2_BY_ALPHA3.get(alpha3);
    }

    /**
     * The country of an area, as alpha-3.
     *
     * @param area a country as alpha-3 (GTM), or a subdivision (HN-CR)
     * @return the area itself if its country is unknown
     */
    public static String of(String area) {
        return area.indexOf('-') == 2 ? ALPHA3_BY_ALPHA2.getOrDefault(area.substring(0, 2), area) : area;
    }

    /** The name of a country by its alpha-3 code; empty if unknown. */
    public static Optional<String> name(String alpha3, Locale locale) {
        return Optional.ofNullable(alpha2(alpha3))
                .map(alpha2 -> Locale.of("", alpha2).getDisplayCountry(locale));
    }
}
