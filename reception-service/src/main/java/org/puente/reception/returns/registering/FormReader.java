package org.puente.reception.returns.registering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.puente.contracts.CaseId;
import org.puente.contracts.UuidId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.BodyErrors;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Registration;

/** Reads one of several forms in a request, as strictly as that of a single registration. */
@ApplicationScoped
public class FormReader {
    private static final String CASE_ID = "caseId";

    /** A key that a client makes, such as that of a row: nothing that a spreadsheet would take for a formula. */
    public static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

    /** Version 7 of RFC 9562, which begins with a time: by it retention finds the oldest. */
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** How far the clock of a client without network may be ahead. */
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);

    private final Checks checks;

    FormReader(Checks checks) {
        this.checks = checks;
    }

    /**
     * Reads a single registration.
     *
     * @param sent null where there was no body
     * @throws ProblemException invalid that names every field whose form is wrong
     */
    public RegistrationRequest readSingle(ObjectNode sent) {
        if (sent == null) {
            throw ProblemException.invalid(FieldError.of("", "body-missing"));
        }
        List<FieldError> errors = new ArrayList<>();
        CaseId caseId = takeCaseId(sent, errors);
        Registration registration = read(sent, "wrong-type", errors);
        ProblemException.refuse(errors);
        return new RegistrationRequest(caseId, registration);
    }

    /** Takes the id of the case, which the client made, out of the form; null if it is absent or wrong. */
    public CaseId takeCaseId(ObjectNode form, List<FieldError> errors) {
        String text = takeText(form, CASE_ID, UUID_FORM, "case-id-form", errors);
        if (text != null && isAhead(UUID.fromString(text))) {
            errors.add(FieldError.of("/" + CASE_ID, "case-id-form"));
        }
        return text == null ? null : UuidId.parse(text, CaseId::new);
    }

    private boolean isAhead(UUID id) {
        return Ids.madeAt(id).isAfter(checks.now().plus(CLOCK_MAY_DIFFER));
    }

    /** Takes a member out of the form; null if it is absent or wrong. */
    public static String takeText(ObjectNode form, String name, Pattern allowed, String code, List<FieldError> errors) {
        JsonNode value = form.remove(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isTextual() && allowed.matcher(value.textValue()).matches()) {
            return value.textValue();
        }
        errors.add(FieldError.of("/" + name, code));
        return null;
    }

    /**
     * @param unreadable code of the error where the form is no JSON that names the wrong place
     * @return null if the form is wrong
     */
    public Registration read(ObjectNode form, String unreadable, List<FieldError> errors) {
        return read(form, Registration.class, unreadable, errors);
    }

    /** As {@link #read(ObjectNode, String, List)}, of another form. */
    public <T> T read(ObjectNode form, Class<T> type, String unreadable, List<FieldError> errors) {
        try {
            T read = Json.mapper().treeToValue(form, type);
            checks.form(read);
            return read;
        } catch (JsonProcessingException e) {
            List<FieldError> named = BodyErrors.of(e).errors();
            errors.addAll(named.isEmpty() ? List.of(FieldError.of("", unreadable)) : named);
        } catch (ConstraintViolationException e) {
            errors.addAll(BodyErrors.of(e).errors());
        }
        return null;
    }
}
