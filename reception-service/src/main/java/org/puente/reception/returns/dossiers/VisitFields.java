package org.puente.reception.returns.dossiers;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.Code;
import org.puente.contracts.DossierField;

/** The fields that a dossier for visits may hold; each node configures them. */
@Singleton
class VisitFields {
    private final Set<DossierField> all;

    /**
     * @throws IllegalArgumentException at start, if a code names no field, or names the restricted
     *     data, which no visit needs
     */
    VisitFields(@ConfigProperty(name = "puente.policy.visit-fields") List<String> codes) {
        all = EnumSet.noneOf(DossierField.class);
        codes.forEach(code -> all.add(Code.of(DossierField.class, code)));
        if (all.contains(DossierField.RESTRICTED)) {
            throw new IllegalArgumentException(
                    "puente.policy.visit-fields: what is restricted goes to approved services only");
        }
    }

    Set<DossierField> all() {
        return all;
    }
}
