package org.puente.reception.returns.batches;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** Under which key of a client the return came in a batch, in the export of a person's data. */
@ApplicationScoped
class RegistrationKeyPart extends RowsPart {
    private static final String ROWS = """
            select institution, key, at as "registeredAt" from registration_key where case_id = :case
            """;

    RegistrationKeyPart() {
        super("registrationKeys", ROWS, "registration_key");
    }
}
