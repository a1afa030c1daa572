package org.puente.reporting.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReturnFact;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.JsonRows;

/**
 * The returns of all nodes, each in the highest version that has come in of the institution that registered it. Another
 * institution's state changes no figure: the person would pass to the other's.
 */
@ApplicationScoped
public class Returns {
    private static final String UPSERT = """
            insert into returned (case_id, node, version, fact_id, person_id, institution,
                returned_on, reception_point, nationality, returned_from, will, assistance,
                legal_basis, age_group, sex, transport_reference)
            select "caseId", node, version, "factId", "personId", institution,
                "returnedOn", "receptionPoint", nationality, "returnedFrom", will, assistance,
                "legalBasis", "ageGroup", sex, "transportReference"
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                ("caseId" uuid, node text, version integer, "factId" uuid, "personId" uuid,
                 institution text, "returnedOn" date, "receptionPoint" text, nationality text,
                 "returnedFrom" text, will text, assistance text, "legalBasis" text,
                 "ageGroup" text, sex text, "transportReference" text)
            on conflict (case_id, node) do update set
                version = excluded.version, fact_id = excluded.fact_id,
                person_id = excluded.person_id,
                returned_on = excluded.returned_on, reception_point = excluded.reception_point,
                nationality = excluded.nationality, returned_from = excluded.returned_from,
                will = excluded.will, assistance = excluded.assistance,
                legal_basis = excluded.legal_basis, age_group = excluded.age_group,
                sex = excluded.sex, transport_reference = excluded.transport_reference
            where (excluded.version, excluded.fact_id) > (returned.version, returned.fact_id)
              and excluded.institution = returned.institution
            """;

    /** Applies the facts of returns; other facts are skipped. */
    public Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        return JsonRows.write(session, UPSERT, highest(facts));
    }

    static Collection<ReturnRow> highest(List<Received> facts) {
        Map<ReturnRow.Key, ReturnRow> highest = new HashMap<>();
        for (Received received : facts) {
            if (received.fact().orElse(null) instanceof ReturnFact.WholeState state) {
                ReturnRow row = ReturnRow.of(received.envelope(), state);
                highest.merge(row.key(), row, ReturnRow::higher);
            }
        }
        return highest.values();
    }
}
