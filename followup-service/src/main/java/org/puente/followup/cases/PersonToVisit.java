package org.puente.followup.cases;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Sex;

/**
 * The person of a follow-up, with the fields of the shipped policy ({@code
 * puente.policy.visit-fields} of the reception-service); a node may configure other fields of
 * intake. Unknown fields are left out.
 *
 * @param birthYear left out where only an age is known
 * @param ageYears whole years on the day of the return; left out where the birth year is known
 * @param phones E.164
 * @param languages ISO 639-3, best known first
 * @param destination left out if it is dangerous to know
 */
@Schema(additionalProperties = Schema.True.class)
record PersonToVisit(
        String givenNames,
        String familyNames,
        Integer birthYear,
        Integer ageYears,
        Sex sex,
        List<String> phones,
        List<String> languages,
        Place destination,
        Household household) {

    /**
     * @param country ISO 3166-1 alpha-3
     * @param subdivision ISO 3166-2
     */
    record Place(String country, String subdivision, String municipality) {}

    /**
     * @param id left out, with the role, for a person who returned alone
     * @param size how many people returned together, as far as they were registered
     */
    record Household(UUID id, String role, int size) {}
}
