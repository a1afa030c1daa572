package org.puente.followup.cases;

import java.time.LocalTime;
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
 * @param safeContact how the person can be contacted without danger: in no other way, and at no other hour; left out
 *     where nothing calls for care
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
        Household household,
        SafeContact safeContact) {

    /**
     * @param country ISO 3166-1 alpha-3
     * @param subdivision ISO 3166-2
     */
    record Place(String country, String subdivision, String municipality) {}

    /**
     * @param id left out, with the role, for a person who returned alone
     * @param size how many people returned together, as far as they were registered
     * @param responsible who is responsible for a child; left out where nobody is known
     */
    @Schema(additionalProperties = Schema.True.class)
    record Household(UUID id, String role, int size, List<Responsible> responsible) {}

    /**
     * @param caseId the return of the adult
     * @param relation parent, guardian, other-relative or other-adult
     */
    record Responsible(UUID caseId, String relation) {}

    /**
     * @param ways call, message, in-person, through-relative or through-institution; the safest first
     * @param from first safe minute, by the clock where the person is; left out, with {@code to}, for any hour
     * @param to the minute in which the safe time ends; before {@code from} it is that of the next day
     * @param language in which it is safe to speak or write, ISO 639-3
     * @param note what else to heed
     */
    record SafeContact(List<String> ways, LocalTime from, LocalTime to, String language, String note) {}
}
