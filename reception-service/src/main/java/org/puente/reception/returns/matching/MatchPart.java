package org.puente.reception.returns.matching;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** What was decided about others who may be the same person, or waits for a decision; not who they are. */
@ApplicationScoped
class MatchPart extends RowsPart {
    private static final String ROWS = """
            select decision, decided_at as "decidedAt" from person_decision
            where case_id = :case
            union all
            select 'undecided', null from possible_match where case_id = :case
            order by 2
            """;

    MatchPart() {
        super("matching", ROWS, "person_decision", "possible_match");
    }
}
