package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;

/** The returns of this node: found, locked until the transaction ends, and written. */
@ApplicationScoped
public class Returns {
    private static final String ROWS = "from json_to_recordset(cast(cast(:%s as text) as json)) as sent";

    /** One statement for both tables: each costs the driver about as much as PostgreSQL. */
    private static final String INSERT = """
        with cases as (
        insert into return_case (case_id, institution, person_id, returned_on, reception_point, household_id,
                                 identity_print, born_from, born_to, status_mark, dossier_id, visit_dossier_id,
                                 visit_dossier_due, version, registered_at, modified_at, content, match_due,
                                 match_revision, linked_person_id)
        select case_id, institution, person_id, returned_on, reception_point, household_id,
               identity_print, born_from, born_to, status_mark, dossier_id, visit_dossier_id,
               visit_dossier_due, version, registered_at, modified_at, content, match_due, match_revision,
               (select linked_person_id from return_case known
                where known.person_id = sent.person_id and linked_person_id is not null limit 1)
        %s(case_id uuid, institution text, person_id uuid, returned_on date, reception_point text,
           household_id uuid, identity_print text, born_from integer, born_to integer, status_mark text,
           dossier_id uuid, visit_dossier_id uuid, visit_dossier_due boolean, version integer,
           registered_at timestamptz, modified_at timestamptz, content text, match_due boolean,
           match_revision integer))
        insert into consent (id, case_id, terms, valid_until, recorded_at)
        select id, case_id, terms, valid_until, recorded_at
        %s(id uuid, case_id uuid, terms text, valid_until date, recorded_at timestamptz)
        """.formatted(ROWS.formatted("cases"), ROWS.formatted("consents"));

    private static final String TAKEN = """
            select case_id from return_case
            where case_id in (
                select cast(id as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)) as id)
            """;

    /** Those of the ids that a return has, whosever it is. */
    public Uni<Set<CaseId>> taken(Mutiny.Session session, Collection<CaseId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(TAKEN, UUID.class)
                        .setParameter("ids", Json.write(ids))
                        .getResultList()
                        .map(found -> found.stream().map(CaseId::new).collect(Collectors.toSet()));
    }

    /**
     * Writes new returns and their consents by one statement. Where an id that a client made was taken meanwhile, the
     * transaction is run again ({@link UnitOfWork}), and {@link #taken} finds it.
     */
    public Uni<Void> insertAll(Mutiny.Session session, List<ReturnCase> cases, List<Consent> consents) {
        return session.createNativeQuery(INSERT)
                .setParameter(
                        "cases", Json.write(cases.stream().map(ReturnCase::row).toList()))
                .setParameter(
                        "consents",
                        Json.write(consents.stream().map(Consent::row).toList()))
                .executeUpdate()
                .onFailure(Returns::isTakenMeanwhile)
                .transform(failure -> new OptimisticLockException("the id of a return was taken meanwhile", failure))
                .replaceWithVoid();
    }

    private static boolean isTakenMeanwhile(Throwable failure) {
        return Faults.has(
                failure,
                cause -> cause instanceof ConstraintViolationException e
                        && "return_case_pkey".equals(e.getConstraintName()));
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

    /** Locks a return, whosever it is, until the transaction ends; 404 if it was erased. */
    public Uni<Void> lock(Mutiny.Session session, CaseId caseId) {
        return session.find(ReturnCase.class, caseId.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .replaceWithVoid();
    }

    public static Uni<List<ReturnCase>> all(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery("from ReturnCase where caseId in :ids", ReturnCase.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Locks returns, in the order of their ids, so that two who lock several never wait for each other. */
    public static Uni<List<ReturnCase>> lockAll(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery("from ReturnCase where caseId in :ids order by caseId", ReturnCase.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
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
