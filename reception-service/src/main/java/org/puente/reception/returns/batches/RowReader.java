package org.puente.reception.returns.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.registering.FormReader;

/** Reads the form of a row, as strictly as that of a single registration. */
@ApplicationScoped
class RowReader {
    private static final String MANIFEST = "manifest";
    private static final String UNREADABLE = "row-not-json";

    private final FormReader forms;
    private final Fingerprints fingerprints;

    RowReader(FormReader forms, Fingerprints fingerprints) {
        this.forms = forms;
        this.fingerprints = fingerprints;
    }

    BatchRow read(RawRow row) {
        if (row.json() == null) {
            return refused(row, null, row.errors());
        }
        List<FieldError> errors = new ArrayList<>();
        String key = FormReader.takeText(row.json(), "key", FormReader.KEY_FORM, "row-key-form", errors);
        if (key == null && errors.isEmpty()) {
            errors.add(FieldError.of("/key", "row-key-missing"));
        }
        CaseId caseId = forms.takeCaseId(row.json(), errors);
        JsonNode manifest = row.json().remove(MANIFEST);
        if (manifest != null && !manifest.isNull()) {
            return fromManifest(row, key, caseId, manifest, errors);
        }
        Registration registration = forms.read(row.json(), UNREADABLE, errors);
        if (!errors.isEmpty()) {
            return refused(row, key, errors);
        }
        String hash = fingerprints.ofContent(Json.write(Arrays.asList(caseId, registration)));
        return new BatchRow(row.number(), key, caseId, registration, hash, row.columns(), List.of(), null);
    }

    /** The member of a row that names an entry, by itself. */
    record Named(@Valid NamedEntries.EntryName manifest) {}

    /** What such a row says is read as a registration once what was announced is known. */
    private BatchRow fromManifest(RawRow row, String key, CaseId caseId, JsonNode manifest, List<FieldError> errors) {
        ObjectNode member = Json.mapper().createObjectNode().set(MANIFEST, manifest);
        Named named = forms.read(member, Named.class, UNREADABLE, errors);
        if (!errors.isEmpty()) {
            return refused(row, key, errors);
        }
        String hash = fingerprints.ofContent(Json.write(Arrays.asList(caseId, named, sorted(row.json()))));
        FromManifest from = new FromManifest(named.manifest(), row.json(), null);
        return new BatchRow(row.number(), key, caseId, null, hash, row.columns(), List.of(), from);
    }

    /** The same text for the same members, whatever their order. */
    private static String sorted(ObjectNode json) {
        try {
            return Json.mapper()
                    .writer()
                    .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BatchRow refused(RawRow row, String key, List<FieldError> errors) {
        return new BatchRow(row.number(), key, null, null, null, row.columns(), errors, null);
    }
}
