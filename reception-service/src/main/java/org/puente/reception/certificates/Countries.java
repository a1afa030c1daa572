package org.puente.reception.certificates;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of countries, from Java's copy of CLDR. */
final class Countries {
    private static final Locale SPANISH = Locale.of("es");

    private Countries() {}

    /**
     * @param alpha3 ISO 3166-1 alpha-3; null if not known
     * @return the name in Spanish; empty if there is none
     */
    static Optional<String> spanish(String alpha3) {
        return Stream.of(Locale.getISOCountries())
                .map(alpha2 -> Locale.of("", alpha2))
                .filter(country -> alpha3(country).equals(alpha3))
                .map(country -> country.getDisplayCountry(SPANISH))
                .findFirst();
    }

    private static String alpha3(Locale country) {
        try {
            return country.getISO3Country();
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
