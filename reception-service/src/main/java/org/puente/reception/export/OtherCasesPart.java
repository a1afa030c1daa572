package org.puente.reception.export;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** The other cases of the person at the same institution, each of which has an export of its own. */
@ApplicationScoped
class OtherCasesPart extends RowsPart {
    private static final String ROWS = """
            select other.case_id as "caseId", flight.returned_on as "returnedOn"
            from (select coalesce(linked_person_id, person_id) as person, institution
                  from case_pseudonym where case_id = :case) asked
            join case_pseudonym other on other.person_id = asked.person or other.linked_person_id = asked.person
            join case_flight flight on flight.case_id = other.case_id
            where coalesce(other.linked_person_id, other.person_id) = asked.person
              and other.institution = asked.institution and other.case_id <> :case
            order by other.case_id
            """;

    OtherCasesPart() {
        super("otherCases", ROWS);
    }
}
