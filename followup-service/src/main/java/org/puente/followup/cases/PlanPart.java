package org.puente.followup.cases;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The plan of a case, its visits and what was answered at them, in the export of a person's data. */
@ApplicationScoped
class PlanPart extends RowsPart {
    /** Codes as the API has them; the table has the names of constants. */
    private static final String ROWS = """
            select f.id as "followUpId", f.institution, lower(replace(f.kind, '_', '-')) as kind,
                   f.after_return as "afterReturn", f.opens_at as "opensAt", f.due_on as "dueOn",
                   f.closes_at as "closesAt", lower(f.status) as status, cast(f.visit as json) as visit,
                   s.instrument, cast(s.answers as json) as answers, s.at as "answeredAt"
            from follow_up f left join answer_sheet s on s.follow_up_id = f.id
            where f.case_id = :case order by f.due_at, f.id
            """;

    PlanPart() {
        super("plan", ROWS, "follow_up", "answer_sheet");
    }
}
