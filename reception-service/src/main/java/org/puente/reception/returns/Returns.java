package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;

/** The returns of this node. */
@ApplicationScoped
public class Returns {
    private static final UUID NONE = new UUID(0, 0);

    /** Another return of the same person within so many days is probably the same return. */
    private static final int NEAR = 3;

    /** One statement reads all that is needed of other returns. */
    private static final String KNOWN = """
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

    private static final String ROWS = " from json_to_recordset(cast(cast(:rows as text) as json)) as sent";

    private static final String INSERT_CASES = """
        insert into return_case (case_id, institution, person_id, returned_on, reception_point, household_id,
                                 identity_print, born_from, born_to, status_mark, dossier_id, visit_dossier_id,
                                 visit_dossier_due, version, registered_at, modified_at, content, match_due,
                                 linked_person_id)
        select case_id, institution, person_id, returned_on, reception_point, household_id,
               identity_print, born_from, born_to, status_mark, dossier_id, visit_dossier_id,
               visit_dossier_due, version, registered_at, modified_at, content, false,
               (select linked_person_id from return_case known
                where known.person_id = sent.person_id and linked_person_id is not null limit 1)
        %s(case_id uuid, institution text, person_id uuid, returned_on date, reception_point text,
           household_id uuid, identity_print text, born_from integer, born_to integer, status_mark text,
           dossier_id uuid, visit_dossier_id uuid, visit_dossier_due boolean, version integer,
           registered_at timestamptz, modified_at timestamptz, content text)
        """.formatted(ROWS);

    private static final String INSERT_CONSENTS = """
            insert into consent (id, case_id, terms, valid_until, recorded_at)
            select id, case_id, terms, valid_until, recorded_at
            %s(id uuid, case_id uuid, terms text, valid_until date, recorded_at timestamptz)
            """.formatted(ROWS);

    /** As KNOWN, for many returns that are stored already. */
    private static final String KNOWN_OF_ALL = """
        with published as (
          select sent.*, coalesce(stored.linked_person_id, sent.person_id) as published
          %2$s(case_id uuid, person_id uuid, returned_on date, registered_at timestamptz, household_id uuid,
               identity_print text)
          join return_case stored using (case_id))
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
        """.formatted(NEAR, ROWS);

    private static final String HOUSEHOLD_SIZES = """
            select household_id, count(*) from return_case
            where household_id in (
                select cast(id as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)) as id)
            group by household_id
            """;

    /** Locks the return and not the consent: every change of a consent locks its return first. */
    private static final String ENDED = """
        select case_id from return_case
        where case_id in (
            select case_id from consent
            where withdrawn_at is null and valid_until is not null
              and ended_on is distinct from valid_until and valid_until < :today
            order by valid_until limit :max)
        for update skip locked
        """;

    private static final String VISIT_DOSSIER_DUE = """
        select case_id from return_case where visit_dossier_due
        order by case_id limit :max for update skip locked
        """;

    private static final String MATCH_DUE = """
        select case_id from return_case where match_due
        order by case_id limit :max for update skip locked
        """;

    /**
     * Reads what the node knows of other returns, and whether the person is linked to others; the return itself need
     * not be stored yet.
     */
    public Uni<ReturnContext> known(Mutiny.Session session, ReturnCase returnCase) {
        return session.createNativeQuery(KNOWN, Object[].class)
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

    /** As {@link #known}, for many returns that are stored; by their ids. Those of linked people are linked. */
    public Uni<Map<UUID, ReturnContext>> knownOfAll(Mutiny.Session session, List<ReturnCase> cases) {
        return session.createNativeQuery(KNOWN_OF_ALL, Object[].class)
                .setParameter("rows", rows(cases, ReturnCase::known))
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

    /** How many people are registered with each household; those without anybody are absent. */
    public Uni<Map<UUID, Integer>> householdSizes(Mutiny.Session session, Set<UUID> households) {
        return households.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(HOUSEHOLD_SIZES, Object[].class)
                        .setParameter("ids", Json.write(households))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** Writes new returns by one statement. */
    public Uni<Void> insertAll(Mutiny.Session session, List<ReturnCase> cases) {
        return insert(session, INSERT_CASES, rows(cases, ReturnCase::row));
    }

    /** Writes new consents by one statement. */
    public Uni<Void> insertConsents(Mutiny.Session session, List<Consent> consents) {
        return insert(session, INSERT_CONSENTS, rows(consents, Consent::row));
    }

    private static <T> String rows(List<T> all, Function<T, Map<String, Object>> row) {
        return Json.write(all.stream().map(row).toList());
    }

    private static Uni<Void> insert(Mutiny.Session session, String statement, String rows) {
        return session.createNativeQuery(statement)
                .setParameter("rows", rows)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A return of this institution; 404 if there is none, or if it belongs to another institution. */
    public Uni<ReturnCase> of(Mutiny.Session session, UUID caseId, InstitutionId owner) {
        return session.find(ReturnCase.class, caseId).invoke(found -> mustBe(owner, found));
    }

    /** As {@link #of}, and locks the return until the transaction ends. */
    public Uni<ReturnCase> toChange(Mutiny.Session session, UUID caseId, InstitutionId owner) {
        return session.find(ReturnCase.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .invoke(found -> mustBe(owner, found));
    }

    /** As {@link #takeVisitDossierDue}, those that are still to be stored for matching. */
    public Uni<List<UUID>> takeMatchDue(Mutiny.Session session, int max) {
        return session.createNativeQuery(MATCH_DUE, UUID.class)
                .setParameter("max", max)
                .getResultList();
    }

    /**
     * Some of the returns with a consent whose last day is over and not yet processed, locked;
     * returns that another instance has locked are skipped.
     */
    public Uni<List<ReturnCase>> takeWithEndedConsent(Mutiny.Session session, LocalDate today, int max) {
        return session.createNativeQuery(ENDED, UUID.class)
                .setParameter("today", today)
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> all(session, ids));
    }

    /** As {@link #takeWithEndedConsent}, those that are still to be checked for a dossier for visits. */
    public Uni<List<ReturnCase>> takeVisitDossierDue(Mutiny.Session session, int max) {
        return session.createNativeQuery(VISIT_DOSSIER_DUE, UUID.class)
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> all(session, ids));
    }

    public static Uni<List<ReturnCase>> all(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery("from ReturnCase where caseId in :ids", ReturnCase.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The consents of returns. */
    public Uni<List<Consent>> consents(Mutiny.Session session, List<UUID> cases) {
        return session.createQuery("from Consent where caseId in :cases", Consent.class)
                .setParameter("cases", cases)
                .getResultList();
    }

    /** The consents of a return, oldest first. */
    public Uni<List<Consent>> consents(Mutiny.Session session, UUID caseId) {
        return session.createQuery("from Consent where caseId = :case order by recordedAt, id", Consent.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** The other returns of a return's person, oldest first. */
    Uni<List<ReturnCase>> others(Mutiny.Session session, ReturnCase returnCase) {
        return session.createQuery(
                        "from ReturnCase where personId = :person and caseId <> :case" + " order by caseId",
                        ReturnCase.class)
                .setParameter("person", returnCase.personId)
                .setParameter("case", returnCase.caseId)
                .getResultList();
    }

    private static void mustBe(InstitutionId owner, ReturnCase found) {
        if (found == null || !found.owner().equals(owner)) {
            throw ProblemException.notFound();
        }
    }
}
