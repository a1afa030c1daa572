package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.reception.returns.ReturnCase;

/** What desks have decided about people who may be the same; the present decisions alone, the audit has all. */
@ApplicationScoped
class Decisions {
    /** Decisions are few; one at a time is decided upon, so that two never see half of each other. */
    private static final String ONE_AT_A_TIME =
            "select 1 from pg_advisory_xact_lock(hashtext('puente.reception.decisions'))";

    /**
     * Those of the institution about this person, from this case or from another of theirs. Of the other side no more
     * is read than whether it agrees.
     */
    private static final String OF_PERSON = """
        select said.case_id, said.other_case_id, other.person_id, other.institution,
               said.decision, said.decided_at, coalesce(agreed.decision = 'same', false)
        from person_decision said
        join case_person own on own.case_id = said.case_id
        join case_person other on other.case_id = said.other_case_id
        left join person_decision agreed
          on agreed.case_id = said.other_case_id and agreed.other_case_id = said.case_id
        where own.recognised_person_id = :person and own.institution = :institution
        order by said.decided_at desc, said.other_case_id
        """;

    private static final String WRITE = """
        insert into person_decision (case_id, other_case_id, decision, decided_at)
        values (:case, :other, :decision, :at)
        on conflict (case_id, other_case_id) do update
        set decision = excluded.decision, decided_at = excluded.decided_at
        """;

    private static final String REMOVE = "delete from person_decision where case_id = :case and other_case_id = :other";

    /**
     * @param person of the other case, as it is published
     * @param agreed whether the other side says that it is the same person
     */
    record Said(
            UUID caseId,
            UUID other,
            PersonId person,
            InstitutionId institution,
            Decision decision,
            Instant at,
            boolean agreed) {
        static Said of(Object[] row) {
            return new Said(
                    (UUID) row[0],
                    (UUID) row[1],
                    new PersonId((UUID) row[2]),
                    new InstitutionId((String) row[3]),
                    Code.of(Decision.class, (String) row[4]),
                    ((OffsetDateTime) row[5]).toInstant(),
                    (Boolean) row[6]);
        }

        boolean linked() {
            return decision == Decision.SAME && agreed;
        }
    }

    Uni<List<Said>> about(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(OF_PERSON, Object[].class)
                .setParameter("person", returnCase.recognisedPerson().value())
                .setParameter("institution", returnCase.owner().value())
                .getResultList()
                .map(rows -> rows.stream().map(Said::of).toList());
    }

    /** Waits until nobody else decides; until the transaction ends nobody else does. */
    Uni<Void> oneAtATime(Mutiny.Session session) {
        return session.createNativeQuery(ONE_AT_A_TIME, Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** What the institution of a case says about the person of another. */
    Uni<Void> record(Mutiny.Session session, UUID caseId, UUID other, Decision decision, Instant at) {
        Mutiny.MutationQuery statement = decision == Decision.UNDECIDED
                ? session.createNativeQuery(REMOVE)
                : session.createNativeQuery(WRITE)
                        .setParameter("decision", decision.code())
                        .setParameter("at", at);
        return statement
                .setParameter("case", caseId)
                .setParameter("other", other)
                .executeUpdate()
                .replaceWithVoid();
    }
}
