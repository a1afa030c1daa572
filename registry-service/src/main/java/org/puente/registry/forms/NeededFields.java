package org.puente.registry.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;

/**
 * The minimum of fields that a service of a category must know of a person ({@code
 * needs-fields.json}; the file also gives the reasons).
 *
 * @param otherwise for a category that isn't listed
 */
record NeededFields(String about, List<ByCategory> categories, ByCategory otherwise) {

    /**
     * @param category slug; null for the default
     * @param why the reason, for reviewers
     */
    record ByCategory(String category, List<DossierField> fields, String why) {}

    static NeededFields ofThisBuild() {
        try (InputStream json = NeededFields.class.getResourceAsStream("/needs-fields.json")) {
            return Json.mapper().readValue(json, NeededFields.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DossierField> of(String category) {
        return categories.stream()
                .filter(listed -> listed.category().equals(category))
                .findFirst()
                .orElse(otherwise)
                .fields();
    }
}
