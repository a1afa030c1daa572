package org.puente.reception.returns;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The return as the desk recorded it, in the export of a person's data. */
@ApplicationScoped
class ReturnPart extends RowsPart {
    private static final String ROWS = """
            select case_id as "caseId", institution, coalesce(linked_person_id, person_id) as "personId",
                   version, registered_at as "registeredAt", modified_at as "modifiedAt",
                   cast(content as json) as "recorded"
            from return_case where case_id = :case
            """;

    ReturnPart() {
        super("return", ROWS, "return_case");
    }
}
