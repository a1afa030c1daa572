package org.puente.referral.cases;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** What this service knows of a case, in the export of a person's data. */
@ApplicationScoped
class CasePart extends RowsPart {
    private static final String ROWS = """
            select institution, version, modified_at as "modifiedAt", cast(state as json) as said
            from case_file where case_id = :case
            """;

    CasePart() {
        super("case", ROWS, "case_file");
    }
}
