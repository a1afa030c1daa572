package org.puente.registry.forms;

import java.util.List;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;

/** Whom an offer is for (see {@link Eligibility}); a field that is left out sets no condition. */
public record EligibilityForm(
        List<Sex> sex,
        Integer minAge,
        Integer maxAge,
        List<String> nationalities,
        Integer maxDaysSinceReturn,
        List<String> documents,
        List<Profile> profiles,
        Boolean withChildren) {

    private static final int OLDEST = 120;
    private static final int LONGEST = 3650;

    void check(Check check, String at) {
        check.each(at + "/sex", sex);
        check.within(at + "/minAge", minAge, 0, OLDEST);
        check.within(at + "/maxAge", maxAge, 0, OLDEST);
        if (minAge != null && maxAge != null && minAge > maxAge) {
            check.fault(at + "/maxAge", "below-min-age", minAge);
        }
        check.each(at + "/nationalities", nationalities, check::country);
        check.within(at + "/maxDaysSinceReturn", maxDaysSinceReturn, 1, LONGEST);
        check.each(at + "/documents", documents, check::slug);
        check.each(at + "/profiles", profiles);
    }

    Eligibility eligibility() {
        return new Eligibility(
                sex, minAge, maxAge, nationalities, maxDaysSinceReturn, documents, profiles, withChildren);
    }
}
