package org.puente.reception.export;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** Which institution read or changed what of a case, from the audit; not which of its officers. */
@ApplicationScoped
class ReadingsPart extends RowsPart {
    private static final String ROWS = """
            select at, institution, action, fields, why from audit
            where subject = any (array(
                select cast(cast(:case as uuid) as text)
                union all select cast(id as text) from data_request_key where case_id = :case
                union all select cast(help_id as text) from help_standing where case_id = :case))
            order by position
            """;

    ReadingsPart() {
        super("readings", ROWS);
    }
}
