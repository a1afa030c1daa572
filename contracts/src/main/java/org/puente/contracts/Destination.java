package org.puente.contracts;

/**
 * Where a person goes after reception. Never more exact than a subdivision, since an exact place
 * may endanger the person.
 *
 * @param country ISO 3166-1 alpha-3
 * @param subdivision ISO 3166-2; null if unknown or restricted
 */
public record Destination(String country, String subdivision) {
    public Destination {
        Shape.COUNTRY.require("country", country);
        Shape.SUBDIVISION.allow("subdivision", subdivision);
    }
}
