package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.contracts.CaseId;
import org.puente.contracts.HouseholdId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.Registration;

/** Makes registrations of a household that is registered together. */
@ApplicationScoped
class HouseholdReader {
    private static final String HOUSEHOLD = "household";
    private static final String KEY = "key";
    private static final String MEMBER = "member";
    private static final String CASE_ID = "caseId";

    private final FormReader forms;

    HouseholdReader(FormReader forms) {
        this.forms = forms;
    }

    /**
     * @throws ProblemException invalid that names every field that is wrong
     */
    List<HouseholdPart> read(HouseholdForm sent, HouseholdId household) {
        List<FieldError> errors = new ArrayList<>();
        ObjectNode shared = Json.mapper().valueToTree(sent.shared());
        Stream.of(KEY, CASE_ID, "person", HOUSEHOLD, "responsible", "nobodyResponsible")
                .filter(shared::has)
                .forEach(name -> errors.add(FieldError.of("/shared/" + name, "not-shared")));
        List<HouseholdPart> named = new ArrayList<>();
        for (int i = 0; i < sent.members().size(); i++) {
            named.add(named(i, Json.mapper().valueToTree(sent.members().get(i)), shared, errors));
        }
        errors.addAll(twice(named));
        ProblemException.refuse(errors);
        Map<String, CaseId> ids = named.stream().collect(Collectors.toMap(HouseholdPart::key, HouseholdPart::caseId));
        List<HouseholdPart> parts =
                named.stream().map(part -> read(part, household, ids, errors)).toList();
        ProblemException.refuse(errors.stream().distinct().toList());
        return parts;
    }

    /** Takes the key out of the form, and the id of the case; where the client made none, it is made here. */
    private HouseholdPart named(int index, ObjectNode own, ObjectNode shared, List<FieldError> errors) {
        List<FieldError> wrong = new ArrayList<>();
        String key = FormReader.takeText(own, KEY, FormReader.KEY_FORM, "row-key-form", wrong);
        if (key == null && wrong.isEmpty()) {
            wrong.add(FieldError.of("/" + KEY, "member-key-missing"));
        }
        CaseId sent = forms.takeCaseId(own, wrong);
        CaseId caseId = sent == null ? new CaseId(Ids.next()) : sent;
        HouseholdPart part = new HouseholdPart(index, key, caseId, sent != null, own, shared, null);
        wrong.forEach(error -> errors.add(part.ofItsOwn(error)));
        return part;
    }

    /** Each member has a key and an id of its own. */
    private static List<FieldError> twice(List<HouseholdPart> named) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<CaseId> ids = new HashSet<>();
        for (HouseholdPart part : named) {
            if (part.key() != null && !keys.add(part.key())) {
                errors.add(part.ofItsOwn(FieldError.of("/" + KEY, "member-key-twice")));
            }
            if (!ids.add(part.caseId())) {
                errors.add(part.ofItsOwn(FieldError.of("/" + CASE_ID, "case-id-taken")));
            }
        }
        return errors;
    }

    private HouseholdPart read(
            HouseholdPart part, HouseholdId household, Map<String, CaseId> ids, List<FieldError> errors) {
        List<FieldError> wrong = new ArrayList<>();
        ObjectNode form = part.shared().deepCopy();
        form.setAll(part.own().deepCopy());
        enter(form, household, wrong);
        resolve(form, part.key(), ids, wrong);
        Registration registration = wrong.isEmpty() ? forms.read(form, "row-not-json", wrong) : null;
        errors.addAll(part.placed(wrong));
        return part.with(registration);
    }

    /** Puts the member into the household of the request. */
    private static void enter(ObjectNode form, HouseholdId household, List<FieldError> errors) {
        JsonNode sent = form.path(HOUSEHOLD);
        if (sent.has("id") && !sent.path("id").asText().equals(household.toString())) {
            errors.add(FieldError.of("/" + HOUSEHOLD + "/id", "household-of-request"));
        } else if (sent.isMissingNode() || sent.isObject()) {
            form.withObjectProperty(HOUSEHOLD).put("id", household.toString());
        }
    }

    /** Puts the case of a member in place of its key. */
    private static void resolve(ObjectNode form, String key, Map<String, CaseId> ids, List<FieldError> errors) {
        JsonNode responsible = form.path("responsible");
        for (int i = 0; i < responsible.size(); i++) {
            if (responsible.get(i) instanceof ObjectNode adult && adult.has(MEMBER)) {
                String member = adult.remove(MEMBER).asText();
                String pointer = "/responsible/" + i + "/" + MEMBER;
                if (adult.has(CASE_ID)) {
                    errors.add(FieldError.of(pointer, "member-or-case"));
                } else if (!ids.containsKey(member) || member.equals(key)) {
                    errors.add(FieldError.of(pointer, "member-unknown"));
                } else {
                    adult.put(CASE_ID, ids.get(member).toString());
                }
            }
        }
    }
}
