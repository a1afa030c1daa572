package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.reception.returns.ReturnCase;

/**
 * Cases for which desks are still to be told who may be the same person. Where that is done in a transaction after the
 * one that stores the cases, a fault may come between: then {@link DueMatches} does it.
 */
@ApplicationScoped
public class DueNotes {
    private static final String ADD = """
            update return_case set match_due = true
            where not match_due
              and case_id in (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    /** Waits for who changes one of them, and sees the change. In one order, so that two never wait for each other. */
    private static final String TAKE = """
            with compared as (
                select r.case_id
                from json_to_recordset(cast(cast(:rows as text) as json)) as sent ("caseId" uuid, version integer)
                join return_case r on r.case_id = sent."caseId" and r.version = sent.version
                where r.match_due
                order by r.case_id
                for no key update of r),
            noted as (
                update return_case r set match_due = false from compared
                where r.case_id = compared.case_id
                returning r.case_id)
            select case_id from noted
            """;

    private record Row(UUID caseId, int version) {}

    /** They are due from the end of this transaction on. */
    public Uni<Void> add(Mutiny.Session session, List<UUID> cases) {
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD)
                        .setParameter("ids", Json.write(cases))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /**
     * Takes those that are to be noted in this transaction. Who was changed since is left out: what was found of them
     * does not count any more. They were compared by that change, or stay due.
     *
     * @param compared as they were when they were compared
     * @return the ids of those that are still due and the same
     */
    public Uni<Set<UUID>> take(Mutiny.Session session, Collection<ReturnCase> compared) {
        if (compared.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<Row> rows = compared.stream()
                .map(one -> new Row(one.id().value(), one.version()))
                .toList();
        return session.createNativeQuery(TAKE, UUID.class)
                .setParameter("rows", Json.write(rows))
                .getResultList()
                .map(Set::copyOf);
    }
}
