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
import org.puente.reception.returns.Relative;
import org.puente.reception.returns.SafeContact;
import org.puente.reception.returns.background.Background;

/**
 * The content of a dossier: one JSON object whose members are named by {@link DossierField#code()},
 * so that the service that opens it can pick the fields that an offer needs. Values have the form
 * that they have at intake.
 *
 * <ul>
 *   <li>A field without a known value is left out, even if an offer needs it.
 *   <li>{@code profiles} and {@code household} are always present, since "none" and "alone" are
 *       answers. {@code household} is {size, id, role, responsible, nobodyResponsible, relatives}, where all but
 *       the size may be absent; of the relatives who stayed behind it has those for whom a service may be.
 *   <li>{@code safeContact} says how the person can be contacted without danger.
 *   <li>A name that the person has not is an empty text: "none" is an answer here too.
 *   <li>Where no birth date is known, {@code ageYears} takes its place.
 *   <li>{@code destination} has country, subdivision and municipality, even if it is unsafe to
 *       know; {@code restricted} then states that.
 *   <li>{@code work} and {@code studies} belong to {@code skills}: an offer that needs to know of skills gets all
 *       three, as far as they are known. Why and how the person came back, and what they owe, is in no dossier.
 * </ul>
 *
 * A dossier for visits holds less: the configured fields, only the year of the birth date ({@code
 * birthYear}), no destination that is unsafe to know, and no relatives who stayed behind.
 */
final class Dossier {
    private static final String AGE = "ageYears";
    private static final String BIRTH_YEAR = "birthYear";
    private static final String WORK = "work";
    private static final String STUDIES = "studies";
    private static final String RELATIVES = "relatives";

    private Dossier() {}

    static String of(Registration registration, int householdSize) {
        ObjectNode dossier = dossier(registration, householdSize, EnumSet.allOf(DossierField.class));
        Background background = registration.background();
        if (background != null && !background.work().isEmpty()) {
            dossier.set(WORK, Json.mapper().valueToTree(background.work()));
        }
        if (background != null && background.studies() != null) {
            dossier.set(STUDIES, Json.mapper().valueToTree(background.studies()));
        }
        return Json.write(dossier);
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
        if (dossier.path(DossierField.HOUSEHOLD.code()) instanceof ObjectNode household) {
            household.remove(RELATIVES);
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
        SafeContact contact = registration.person().safeContact();
        if (contact != null && fields.stream().anyMatch(DossierField::reachesPerson)) {
            dossier.set(DossierField.SAFE_CONTACT, Json.mapper().valueToTree(contact));
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
            case PROFILES -> of.profilesInForce();
            case NEEDS -> of.needs();
            case SKILLS -> of.skills();
            case RESTRICTED -> of.restricted() == null ? null : of.restricted().withoutInternationalProtection();
        };
    }

    private static JsonNode household(Registration of, int size) {
        ObjectNode household = of.household() == null
                ? Json.mapper().createObjectNode()
                : Json.mapper().valueToTree(of.household());
        if (!of.responsible().isEmpty()) {
            household.set("responsible", Json.mapper().valueToTree(of.responsible()));
        }
        if (of.nobodyResponsible() != null) {
            household.put("nobodyResponsible", of.nobodyResponsible());
        }
        List<Relative> relatives =
                of.relatives().stream().filter(Relative::servable).toList();
        if (!relatives.isEmpty()) {
            household.set(RELATIVES, Json.mapper().valueToTree(relatives));
        }
        return household.put("size", size);
    }

    private static boolean isKnown(DossierField field, JsonNode value) {
        return field == DossierField.PROFILES || !(value.isNull() || value.isContainerNode() && value.isEmpty());
    }
}
