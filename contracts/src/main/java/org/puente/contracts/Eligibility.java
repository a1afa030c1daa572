package org.puente.contracts;

import java.util.List;

/**
 * Whom an offer is for; an empty list or null sets no condition.
 *
 * @param minAge whole years, inclusive
 * @param maxAge whole years, inclusive
 * @param nationalities ISO 3166-1 alpha-3
 * @param maxDaysSinceReturn days after the return on which the offer still stands
 * @param documents slugs of papers that the person must hold, e.g. {@code return-certificate}
 * @param profiles the person must have at least one of them
 * @param withChildren true if the offer is for people with their children too
 */
public record Eligibility(
        List<Sex> sex,
        Integer minAge,
        Integer maxAge,
        List<String> nationalities,
        Integer maxDaysSinceReturn,
        List<String> documents,
        List<Profile> profiles,
        Boolean withChildren) {

    /** Open to everybody. */
    public static final Eligibility ANYONE = new Eligibility(null, null, null, null, null, null, null, null);

    public Eligibility {
        sex = Require.list(sex);
        Require.atLeastOrNull(0, "minAge", minAge);
        Require.atLeastOrNull(0, "maxAge", maxAge);
        nationalities = Shape.COUNTRY.each("nationalities", nationalities);
        Require.atLeastOrNull(0, "maxDaysSinceReturn", maxDaysSinceReturn);
        documents = Shape.SLUG.each("documents", documents);
        profiles = Require.list(profiles);
    }
}
