package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.reception.returns.ReturnCase;

/** Pairs of cases that wait for a decision, of the institution of one of them or of both. */
@ApplicationScoped
class PossibleMatches {
    private static final int MAX_SHOWN = 100;

    /**
     * Whether the institution of a side has decided about the two people. Of two cases of one person it decides by
     * itself.
     */
    private static final String IS_DECIDED = """
        exists (
            select 1 from return_case mine
            join person_decision said on said.case_id = mine.case_id
            join return_case about on about.case_id = said.other_case_id
            where mine.person_id = side.person_id and mine.institution = side.institution
              and about.person_id = side.other_person_id
              and (side.person_id <> side.other_person_id
                   or said.case_id = side.case_id and said.other_case_id = side.other_case_id))
        """;

    /**
     * Both sides of each pair. The other case is kept from being erased until the pair is stored.
     */
    private static final String ADD = """
        with pair as (
            select sent."caseId" as case_id, sent.person as person_id, sent.institution,
                   other.case_id as other_case_id, other.person_id as other_person_id,
                   other.institution as other_institution
            from json_to_recordset(cast(cast(:pairs as text) as json)) as
                 sent("caseId" uuid, person uuid, institution text, other uuid, near boolean)
            join return_case own on own.case_id = sent."caseId"
            join return_case other on other.case_id = sent.other
            where not sent.near or other.person_id = sent.person
            order by own.case_id, other.case_id
            for key share of own, other),
        side as (
            select case_id, person_id, institution, other_case_id, other_person_id from pair
            union
            select other_case_id, other_person_id, other_institution, case_id, person_id from pair)
        insert into possible_match (case_id, other_case_id, institution, asked)
        select case_id, other_case_id, institution, false from side
        where not %s
        order by case_id, other_case_id
        on conflict (case_id, other_case_id) do update set asked = false
        """.formatted(IS_DECIDED);

    /** Those of a case that is compared anew. */
    private static final String REMOVE = """
        delete from possible_match where (case_id = :case or other_case_id = :case) and not asked
        """;

    /** The institution has decided about the two people: nothing of theirs waits for it. */
    private static final String CLOSE = """
        delete from possible_match waiting
        using return_case mine, return_case other, return_case one, return_case another
        where one.case_id = :one and another.case_id = :other and waiting.institution = :institution
          and mine.case_id = waiting.case_id and other.case_id = waiting.other_case_id
          and (mine.person_id = one.person_id and other.person_id = another.person_id
               or mine.person_id = another.person_id and other.person_id = one.person_id)
          and (one.person_id <> another.person_id
               or waiting.case_id in (:one, :other) and waiting.other_case_id in (:one, :other))
        """;

    /** Other institutions that have received one of the two people, and have not decided, are asked. */
    private static final String ASK = """
        with found as (
            select distinct on (mine.institution)
                   mine.case_id, mine.person_id, mine.institution,
                   other.case_id as other_case_id, other.person_id as other_person_id
            from (select case_id, coalesce(linked_person_id, person_id) as published from return_case
                  where case_id in (:one, :other)) one
            join return_case other on other.case_id in (:one, :other) and other.case_id <> one.case_id
            cross join lateral (
                select case_id, person_id, institution from return_case where person_id = one.published
                union
                select case_id, person_id, institution from return_case where linked_person_id = one.published) mine
            where mine.institution <> :institution and mine.person_id <> other.person_id
            order by mine.institution, mine.case_id desc),
        side as (
            select found.* from found join return_case locked on locked.case_id = found.case_id
            for key share of locked)
        insert into possible_match (case_id, other_case_id, institution, asked)
        select case_id, other_case_id, institution, true from side
        where not %s
        on conflict do nothing
        """.formatted(IS_DECIDED);

    /** What was asked on account of a decision that is taken back. */
    private static final String ASK_NO_MORE = """
        delete from possible_match
        where asked and institution <> :institution and other_case_id in (:one, :other)
        """;

    /** The institution has taken its decision back. */
    private static final String REOPEN = """
        insert into possible_match (case_id, other_case_id, institution, asked)
        select mine.case_id, other.case_id, mine.institution, false
        from return_case mine join return_case other on other.case_id in (:one, :other)
        where mine.case_id in (:one, :other) and mine.case_id <> other.case_id and mine.institution = :institution
        on conflict do nothing
        """;

    /**
     * The cases of the same person that wait for a decision of this case's institution, then the newest case of each
     * other person. People whom decisions have joined with this one are left out: about them there is no question any
     * more. Later registrations add pairs, so there may be many.
     */
    private static final String OF_CASE = """
        select case_id, institution, person_id, recognised_person_id
        from (select other.*,
                     row_number() over (partition by other.recognised_person_id order by other.case_id desc) as nth
              from possible_match waiting
              join case_person other on other.case_id = waiting.other_case_id
              where waiting.case_id = :case
                and (other.recognised_person_id = :person or other.person_id <> :published)) other
        where nth = 1 or recognised_person_id = :person
        order by recognised_person_id <> :person, case_id desc
        limit %d
        """.formatted(MAX_SHOWN);

    /** A case, and another that its desk and the other's are to compare. */
    record Pair(UUID caseId, UUID person, String institution, UUID other, boolean near) {
        /**
         * @param near whether the other is only of almost the same day: then it counts if it is of the same person
         */
        static Pair of(ReturnCase returnCase, UUID other, boolean near) {
            return new Pair(
                    returnCase.id().value(),
                    returnCase.recognisedPerson().value(),
                    returnCase.owner().value(),
                    other,
                    near);
        }
    }

    Uni<Void> add(Mutiny.Session session, List<Pair> pairs) {
        return pairs.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD)
                        .setParameter("pairs", Json.write(pairs))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Nothing that was found of a case waits any more. */
    Uni<Void> remove(Mutiny.Session session, UUID caseId) {
        return session.createNativeQuery(REMOVE)
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** An institution has decided about the people of two cases. */
    Uni<Void> decided(Mutiny.Session session, UUID one, UUID other, InstitutionId by, Decision decision) {
        return switch (decision) {
            case SAME -> change(session, ASK, one, other, by).chain(() -> change(session, CLOSE, one, other, by));
            case NOT_THE_SAME ->
                change(session, ASK_NO_MORE, one, other, by).chain(() -> change(session, CLOSE, one, other, by));
            case UNDECIDED ->
                change(session, ASK_NO_MORE, one, other, by).chain(() -> change(session, REOPEN, one, other, by));
        };
    }

    private static Uni<Void> change(Mutiny.Session session, String sql, UUID one, UUID other, InstitutionId by) {
        return session.createNativeQuery(sql)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("institution", by.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The other case of a pair.
     *
     * @param person as it is published
     * @param recognised as its documents show
     */
    record Waiting(CaseId caseId, InstitutionId institution, PersonId person, PersonId recognised) {}

    /** The pairs of a case that wait for a decision of its institution; of many the newest. */
    Uni<List<Waiting>> of(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(OF_CASE, Object[].class)
                .setParameter("case", returnCase.id().value())
                .setParameter("person", returnCase.recognisedPerson().value())
                .setParameter("published", returnCase.person().value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waiting(
                                new CaseId((UUID) row[0]),
                                new InstitutionId((String) row[1]),
                                new PersonId((UUID) row[2]),
                                new PersonId((UUID) row[3])))
                        .toList());
    }
}
