package org.puente.reception.returns.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.puente.contracts.CaseId;
import org.puente.contracts.UuidId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.web.BodyErrors;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Registration;

/** Reads the form of a row, as strictly as that of a single registration. */
@ApplicationScoped
class RowReader {
    private static final String KEY = "key";
    private static final String CASE_ID = "caseId";

    /** Nothing that a spreadsheet would take for a formula. */
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

    /** Version 7 of RFC 9562, which begins with a time: by it retention finds the oldest. */
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** How far the clock of a client without network may be ahead. */
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);

    private final Checks checks;
    private final Fingerprints fingerprints;

    RowReader(Checks checks, Fingerprints fingerprints) {
        this.checks = checks;
        this.fingerprints = fingerprints;
    }

    BatchRow read(RawRow row) {
        if (row.json() == null) {
            return refused(row, null, row.errors());
        }
        List<FieldError> errors = new ArrayList<>();
        String key = text(row.json(), KEY, KEY_FORM, "row-key-form", errors);
        if (key == null && errors.isEmpty()) {
            errors.add(FieldError.of("/key", "row-key-missing"));
        }
        String caseId = text(row.json(), CASE_ID, UUID_FORM, "case-id-form", errors);
        if (caseId != null && isAhead(UUID.fromString(caseId))) {
            errors.add(FieldError.of("/caseId", "case-id-form"));
        }
        Registration registration = registration(row.json(), errors);
        if (!errors.isEmpty()) {
            return refused(row, key, errors);
        }
        CaseId own = caseId == null ? null : UuidId.parse(caseId, CaseId::new);
        String hash = fingerprints.ofContent(Json.write(Arrays.asList(caseId, registration)));
        return new BatchRow(row.number(), key, own, registration, hash, row.columns(), List.of());
    }

    private boolean isAhead(UUID id) {
        long millis = id.getMostSignificantBits() >>> 16;
        return millis > checks.now().plus(CLOCK_MAY_DIFFER).toEpochMilli();
    }

    /** Takes a member out of the form; null if it is absent or wrong. */
    private static String text(ObjectNode form, String name, Pattern allowed, String code, List<FieldError> errors) {
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

    private Registration registration(ObjectNode form, List<FieldError> errors) {
        try {
            Registration registration = Json.mapper().treeToValue(form, Registration.class);
            checks.form(registration);
            return registration;
        } catch (JsonProcessingException e) {
            List<FieldError> named = BodyErrors.of(e).errors();
            errors.addAll(named.isEmpty() ? List.of(FieldError.of("", "row-not-json")) : named);
        } catch (ConstraintViolationException e) {
            errors.addAll(BodyErrors.of(e).errors());
        }
        return null;
    }

    private static BatchRow refused(RawRow row, String key, List<FieldError> errors) {
        return new BatchRow(row.number(), key, null, null, null, row.columns(), errors);
    }
}
