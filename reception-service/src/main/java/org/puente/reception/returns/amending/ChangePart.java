package org.puente.reception.returns.amending;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** What was changed in a return, in the export of a person's data. */
@ApplicationScoped
class ChangePart extends RowsPart {
    private static final String ROWS = """
            select version, changed_at as "changedAt", institution, cast(fields as json) as fields,
                   data_request_id as "dataRequestId"
            from return_change where case_id = :case order by version
            """;

    ChangePart() {
        super("changes", ROWS, "return_change");
    }
}
