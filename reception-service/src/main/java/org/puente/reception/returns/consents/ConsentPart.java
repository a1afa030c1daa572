package org.puente.reception.returns.consents;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The consents of a return, in the export of a person's data. */
@ApplicationScoped
class ConsentPart extends RowsPart {
    private static final String ROWS = """
            select id as "consentId", cast(terms as json) as terms, recorded_at as "recordedAt",
                   withdrawn_at as "withdrawnAt"
            from consent where case_id = :case order by recorded_at, id
            """;

    ConsentPart() {
        super("consents", ROWS, "consent");
    }
}
