package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;

/** What the node knows of other returns when one is written: of the same person, household, and days. */
@ApplicationScoped
public class ReturnContexts {
    private static final UUID NONE = new UUID(0, 0);

    /** Another return of the same person within so many days is probably the same return. */
    private static final int NEAR = 3;

    /** One statement reads all that is needed of other returns. */
    private static final String CONTEXT = """
        with published as (
          select coalesce(
            (select linked_person_id from return_case
             where person_id = :person and linked_person_id is not null limit 1), :person) as person)
        select
          (select count(*) from return_case
           where (person_id = (select person from published)
                  or linked_person_id = (select person from published))
             and case_id <> :case
             and (returned_on < :on
                  or returned_on = :on and registered_at < :registeredAt)),
          (select count(*) from return_case
           where household_id = :household and case_id <> :case),
          (select coalesce(cast(json_agg(json_build_object(
                    'caseId', near.case_id, 'institution', near.institution)) as text), '[]')
           from (select case_id, institution from return_case
                 where (person_id = :person or identity_print = :print) and case_id <> :case
                   and returned_on between :from and :to
                 order by case_id desc limit 5) near),
          (select person from published)
        """;

    /** As CONTEXT, for many returns that are stored already. */
    private static final String CONTEXTS =
            """
        with published as (
          select sent.*,
            coalesce((select linked_person_id from return_case stored where stored.case_id = sent.case_id),
                     sent.person_id) as published
          %2$s(case_id uuid, person_id uuid, returned_on date, registered_at timestamptz, household_id uuid,
               identity_print text))
        select sent.case_id,
          (select count(*) from return_case
           where (person_id = sent.published or linked_person_id = sent.published) and case_id <> sent.case_id
             and (returned_on < sent.returned_on
                  or returned_on = sent.returned_on and registered_at < sent.registered_at)),
          (select count(*) from return_case
           where household_id = sent.household_id and case_id <> sent.case_id),
          (select coalesce(cast(json_agg(json_build_object(
                    'caseId', near.case_id, 'institution', near.institution)) as text), '[]')
           from (select case_id, institution from return_case
                 where (person_id = sent.person_id or identity_print = sent.identity_print)
                   and case_id <> sent.case_id
                   and returned_on between sent.returned_on - %1$d and sent.returned_on + %1$d
                 order by case_id desc limit 5) near),
          sent.published
        from published sent
        """.formatted(NEAR, " from json_to_recordset(cast(cast(:rows as text) as json)) as sent");

    /**
     * Reads what the node knows of other returns, and whether the person is linked to others; the return itself need
     * not be stored yet.
     */
    public Uni<ReturnContext> of(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(CONTEXT, Object[].class)
                .setParameter("person", returnCase.personId)
                .setParameter("case", returnCase.caseId)
                .setParameter("on", returnCase.returnedOn)
                .setParameter("registeredAt", returnCase.registeredAt)
                .setParameter("household", returnCase.householdId == null ? NONE : returnCase.householdId)
                .setParameter("print", returnCase.identityPrint)
                .setParameter("from", returnCase.returnedOn.minusDays(NEAR))
                .setParameter("to", returnCase.returnedOn.plusDays(NEAR))
                .getSingleResult()
                .invoke(row -> returnCase.link(new PersonId((UUID) row[3])))
                .map(row -> context(row, 0));
    }

    /** As {@link #of}, for many returns that are stored; by their ids. Those of linked people are linked. */
    public Uni<Map<UUID, ReturnContext>> ofAll(Mutiny.Session session, List<ReturnCase> cases) {
        return session.createNativeQuery(CONTEXTS, Object[].class)
                .setParameter(
                        "rows", Json.write(cases.stream().map(ReturnCase::known).toList()))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], Function.identity())))
                .invoke(rows -> cases.forEach(
                        one -> one.link(new PersonId((UUID) rows.get(one.id().value())[4]))))
                .map(rows ->
                        rows.values().stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> context(row, 1))));
    }

    private static ReturnContext context(Object[] row, int from) {
        return new ReturnContext(
                ((Number) row[from]).intValue(),
                ((Number) row[from + 1]).intValue() + 1,
                List.of(Json.read((String) row[from + 2], ReturnContext.Near[].class)));
    }
}
