package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "select pg_try_advisory_xact_lock(hashtext('puente.reception.decisions'))";

    /** The other desks wait meanwhile. */
    private static final String SECONDS_FOR_EACH_STATEMENT =
            "select 1 from set_config('statement_timeout', '5s', true)";

    /** Those of the institution about this person, from this case or from another of theirs. */
    private static final String OF_PERSON = """
        select said.case_id, said.other_case_id, other.person_id, other.recognised_person_id, other.institution,
               own.person_id = other.person_id, said.decision, said.decided_at
        from person_decision said
        join case_person own on own.case_id = said.case_id
        join case_person other on other.case_id = said.other_case_id
        where own.recognised_person_id = :person and own.institution = :institution
        order by said.decided_at desc, said.other_case_id
        """;

    /**
     * People whom other institutions say to be this one: where a join waits for this institution, or was made before it
     * received the person. The end of a decision that is this person's may be another institution's case.
     */
    private static final String OF_OTHERS = """
        select distinct on (other.person_id, other.recognised_person_id)
               cast(:case as uuid), other.case_id, other.person_id, other.recognised_person_id, other.institution,
               mine.person_id = other.person_id
        from (select case_id from return_case where person_id = :published
              union select case_id from return_case where linked_person_id = :published) found
        join case_person mine using (case_id)
        cross join lateral (
            select case_id as by_case, other_case_id as other from person_decision
            where case_id = mine.case_id and decision = 'same'
            union
            select case_id, case_id from person_decision
            where other_case_id = mine.case_id and decision = 'same') said
        join case_person other on other.case_id = said.other
        join case_person by_whom on by_whom.case_id = said.by_case
        where by_whom.institution <> :institution
          and (other.person_id <> mine.person_id
               or mine.recognised_person_id = :person and other.recognised_person_id <> :person)
        order by other.person_id, other.recognised_person_id, other.case_id
        """;

    private static final String WRITE = """
        insert into person_decision (case_id, other_case_id, decision, decided_at)
        values (:case, :other, :decision, :at)
        on conflict (case_id, other_case_id) do update
        set decision = excluded.decision, decided_at = excluded.decided_at
        """;

    private static final String REMOVE = "delete from person_decision where case_id = :case and other_case_id = :other";

    /**
     * What is said about a person.
     *
     * @param person of the other case, as it is published
     * @param recognised of the other case, as its documents show
     * @param joined whether both are published as one
     * @param decision of the institution that asks; undecided where only others have said that they are the same
     * @param at null where the institution that asks has not decided
     */
    record Said(
            UUID caseId,
            UUID other,
            PersonId person,
            PersonId recognised,
            InstitutionId institution,
            boolean joined,
            Decision decision,
            Instant at) {
        static Said of(Object[] row) {
            return of(row, Code.of(Decision.class, (String) row[6]), ((OffsetDateTime) row[7]).toInstant());
        }

        static Said byOthers(Object[] row) {
            return of(row, Decision.UNDECIDED, null);
        }

        private static Said of(Object[] row, Decision decision, Instant at) {
            return new Said(
                    (UUID) row[0],
                    (UUID) row[1],
                    new PersonId((UUID) row[2]),
                    new PersonId((UUID) row[3]),
                    new InstitutionId((String) row[4]),
                    (Boolean) row[5],
                    decision,
                    at);
        }

        /** Whether the institution that asks has said nothing itself. */
        boolean isByOthers() {
            return at == null;
        }

        /** Whom this is about: of one who is joined already, the one whom the documents show. */
        PersonId about() {
            return joined ? recognised : person;
        }
    }

    /** What the institution of a case has decided about its person, then what it is asked by others' decisions. */
    Uni<List<Said>> about(Mutiny.Session session, ReturnCase returnCase) {
        return own(session, returnCase)
                .chain(own -> byOthers(session, returnCase).map(others -> {
                    Set<PersonId> decided = own.stream().map(Said::about).collect(Collectors.toSet());
                    return Stream.concat(own.stream(), others.stream().filter(one -> !decided.contains(one.about())))
                            .toList();
                }));
    }

    private static Uni<List<Said>> own(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(OF_PERSON, Object[].class)
                .setParameter("person", returnCase.recognisedPerson().value())
                .setParameter("institution", returnCase.owner().value())
                .getResultList()
                .map(rows -> rows.stream().map(Said::of).toList());
    }

    private static Uni<List<Said>> byOthers(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(OF_OTHERS, Object[].class)
                .setParameter("case", returnCase.id().value())
                .setParameter("published", returnCase.person().value())
                .setParameter("person", returnCase.recognisedPerson().value())
                .setParameter("institution", returnCase.owner().value())
                .getResultList()
                .map(rows -> rows.stream().map(Said::byOthers).toList());
    }

    /**
     * Until the transaction ends nobody else decides.
     *
     * @return false if somebody else decides now: the transaction is to end then, and not to wait with its connection
     */
    Uni<Boolean> oneAtATime(Mutiny.Session session) {
        return session.createNativeQuery(ONE_AT_A_TIME, Boolean.class).getSingleResult();
    }

    /** As {@link #oneAtATime}, and until the transaction ends no statement takes longer than a desk waits. */
    Uni<Boolean> oneAtATimeInSeconds(Mutiny.Session session) {
        return session.createNativeQuery(SECONDS_FOR_EACH_STATEMENT, Integer.class)
                .getSingleResult()
                .chain(() -> oneAtATime(session));
    }

    /** Whether two cases are published as one person's. */
    Uni<Boolean> areJoined(Mutiny.Session session, UUID one, UUID other) {
        return session.createNativeQuery(
                        "select count(distinct person_id) = 1 from case_person where case_id in (:one, :other)",
                        Boolean.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult();
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
