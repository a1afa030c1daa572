package org.puente.followup.cases;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The consents of a case, in the export of a person's data. */
@ApplicationScoped
class ConsentPart extends RowsPart {
    private static final String ROWS = """
            select id as "consentId", withdrawn, cast(terms as json) as terms, at
            from consent where case_id = :case order by at, id
            """;

    ConsentPart() {
        super("consents", ROWS, "consent");
    }
}
