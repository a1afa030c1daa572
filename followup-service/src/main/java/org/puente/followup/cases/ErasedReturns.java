package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.Node;
import org.puente.platform.audit.Audit;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonIds;
import org.puente.platform.persistence.JsonRows;
import org.puente.platform.persistence.Sequential;

/**
 * Returns that reception has erased. What was answered at their visits is erased with them; {@link CaseFile#settle}
 * drops the visits to come and lets go of the dossier. An erasure may arrive before its case.
 */
@ApplicationScoped
class ErasedReturns {
    private static final String ROWS = """
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 erased ("caseId" uuid, institution text, at timestamptz)
            """;

    private static final String FOREIGN = "select exists (select " + ROWS + """
            join case_file known on known.id = erased."caseId" where known.registered_by <> erased.institution)
            """;

    private static final String KEEP =
            "insert into erased_return (case_id, institution, erased_at) select \"caseId\", institution, at " + ROWS
                    + " on conflict do nothing";

    /** The lock on the case keeps out a visit that is being recorded; the next statement sees its answers. */
    private static final String MARK = """
            with marked as (
                update case_file known set erased_at = erased.erased_at, unsettled = true
                from erased_return erased
                where known.id in %s and known.erased_at is null
                  and erased.case_id = known.id and erased.institution = known.registered_by
                returning known.id, known.registered_by)
            select id, registered_by from marked
            """.formatted(JsonIds.IDS);

    private static final String ERASE_ANSWERS =
            "delete from answer_sheet where follow_up_id in (select id from follow_up where case_id in %s)"
                    .formatted(JsonIds.IDS);

    private final Audit audit;
    private final Node node;

    ErasedReturns(Audit audit, Node node) {
        this.audit = audit;
        this.node = node;
    }

    /** A published erasure. */
    record Published(UUID caseId, String institution, Instant at) {
        static Published of(ReturnFact.Erased fact) {
            return new Published(fact.caseId().value(), fact.institution().value(), fact.occurredAt());
        }
    }

    private record Case(UUID id, InstitutionId institution) {
        static Case of(Object[] row) {
            return new Case((UUID) row[0], new InstitutionId((String) row[1]));
        }
    }

    /**
     * Stores erasures; {@link #apply} gives them effect.
     *
     * @throws FactRefused for a case that is of another institution
     */
    Uni<Void> keep(Mutiny.Session session, List<Published> erasures) {
        return erasures.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(FOREIGN, Boolean.class)
                        .setParameter("rows", Json.write(erasures))
                        .getSingleResult()
                        .invoke(CaseFiles::mustBeOwn)
                        .chain(() -> JsonRows.write(session, KEEP, erasures));
    }

    /**
     * Erases the answers of those of the cases whose return is erased.
     *
     * @param cases of which a return or an erasure has arrived
     */
    Uni<Void> apply(Mutiny.Session session, Collection<UUID> cases) {
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(MARK, Object[].class)
                        .setParameter("ids", Json.write(cases))
                        .getResultList()
                        .map(rows -> rows.stream().map(Case::of).toList())
                        .chain(marked -> erase(session, marked));
    }

    private Uni<Void> erase(Mutiny.Session session, List<Case> marked) {
        return marked.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ERASE_ANSWERS)
                        .setParameter(
                                "ids", Json.write(marked.stream().map(Case::id).toList()))
                        .executeUpdate()
                        .chain(() -> Sequential.each(marked, one -> record(session, one)));
    }

    private Uni<Void> record(Mutiny.Session session, Case erased) {
        return audit.addByItself(
                session,
                node.source(),
                erased.institution(),
                "return.erased",
                erased.id().toString(),
                List.of("answers", "dossier"),
                "erased-by-reception");
    }
}
