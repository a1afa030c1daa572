package org.puente.reception.status;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** What services published of a case, in the export of a person's data. */
@ApplicationScoped
class CaseFactPart extends RowsPart {
    private static final String ROWS = """
            select source as node, taken_at as "takenAt", cast(heard as json) as said
            from case_fact where case_id = :case order by taken_at, id
            """;

    CaseFactPart() {
        super("followed", ROWS, "case_fact");
    }
}
