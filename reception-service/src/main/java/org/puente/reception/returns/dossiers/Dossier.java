package org.puente.reception.returns.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;

/**
 * The content of a dossier: one JSON object whose members are named by {@link DossierField#code()},
 * so that the service that opens it can pick the fields that an offer needs. Values have the form
 * that they have at intake.
 *
 * <ul>
 *   <li>A field without a known value is left out, even if an offer needs it.
 *   <li>{@code profiles} and {@code household} are always present, since "none" and "alone" are
 *       answers; {@code household} is {size, id, role}, where id and role may be absent.
 *   <li>A name that the person has not is an empty text: "none" is an answer here too.
 *   <li>Where no birth date is known, {@code ageYears} takes its place.
 *   <li>{@code destination} has country, subdivision and municipality, even if it is unsafe to
 *       know; {@code restricted} then states that.
 * </ul>
 *
 * A dossier for visits holds less: the configured fields, only the year of the birth date ({@code
 * birthYear}), and no destination that is unsafe to know.
 */
final class Dossier {
    private static final String AGE = "ageYears";
    private static final String BIRTH_YEAR = "birthYear";

    private Dossier() {}

    static String of(Registration registration, int householdSize) {
        return Json.write(dossier(registration, householdSize, EnumSet.allOf(DossierField.class)));
    }

    /**
     * The dossier for visits.
     *
     * @param fields the fields that it may hold
     */
    static String forVisits(Registration registration, int householdSize, Set<DossierField> fields) {
        ObjectNode dossier = dossier(registration, householdSize, fields);
        Integer birthYear = registration.person().knownBirthYear();
        if (fields.contains(DossierField.BIRTH_DATE) && birthYear != null) {
            dossier.remove(List.of(DossierField.BIRTH_DATE.code(), AGE));
            dossier.put(BIRTH_YEAR, birthYear);
        }
        if (registration.unsafeDestination()) {
            dossier.remove(DossierField.DESTINATION.code());
        }
        return Json.write(dossier);
    }

    private static ObjectNode dossier(Registration registration, int householdSize, Set<DossierField> fields) {
        ObjectNode dossier = Json.mapper().createObjectNode();
        for (DossierField field : fields) {
            JsonNode value = Json.mapper().valueToTree(value(field, registration, householdSize));
            if (isKnown(field, value)) {
                dossier.set(field.code(), value);
            }
        }
        if (fields.contains(DossierField.BIRTH_DATE) && registration.person().birthDate() == null) {
            dossier.put(AGE, registration.age());
        }
        return dossier;
    }

    private static Object value(DossierField field, Registration of, int householdSize) {
        Person person = of.person();
        return switch (field) {
            case GIVEN_NAMES -> Objects.requireNonNullElse(person.givenNames(), "");
            case FAMILY_NAMES -> Objects.requireNonNullElse(person.familyNames(), "");
            case BIRTH_DATE -> person.birthDate();
            case SEX -> person.sex();
            case NATIONALITY -> person.nationality();
            case DOCUMENTS -> person.documents();
            case PHONES -> person.phones();
            case LANGUAGES -> person.languages();
            case DESTINATION -> of.destination();
            case HOUSEHOLD -> household(of, householdSize);
            case PROFILES -> of.profiles();
            case NEEDS -> of.needs();
            case SKILLS -> of.skills();
            case RESTRICTED -> of.restricted() == null ? null : of.restricted().withoutInternationalProtection();
        };
    }

    private static JsonNode household(Registration of, int size) {
        ObjectNode household = of.household() == null
                ? Json.mapper().createObjectNode()
                : Json.mapper().valueToTree(of.household());
        return household.put("size", size);
    }

    private static boolean isKnown(DossierField field, JsonNode value) {
        return field == DossierField.PROFILES || !(value.isNull() || value.isContainerNode() && value.isEmpty());
    }
}
