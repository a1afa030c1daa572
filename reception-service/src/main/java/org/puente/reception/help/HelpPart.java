package org.puente.reception.help;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The help that a person got, in the export of their data. */
@ApplicationScoped
class HelpPart extends RowsPart {
    private static final String ROWS = """
            select e.institution, cast(e.kinds as json) as kinds, e.occurred_at as "occurredAt",
                   e.recorded_at as "recordedAt", r.voided_at as "voidedAt", r.void_reason as "voidReason"
            from help_recipient r join help_entry e using (institution, help_id)
            where r.case_id = :case order by e.occurred_at
            """;

    HelpPart() {
        super("help", ROWS, "help_recipient");
    }
}
