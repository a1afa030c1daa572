package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonRows;

/** The cases of this node. */
@ApplicationScoped
class CaseFiles {
    /**
     * The time of registration is the earliest in the first batch; all else is of the highest version, by the
     * institution that registered the case. Returns whether some are another's.
     */
    private static final String KEEP = """
            with sent as (
                select *
                from json_to_recordset(cast(cast(:rows as text) as json)) as
                     (id uuid, version integer, institution text, at timestamptz, "returnedOn" date,
                      country text, subdivision text, "highRisk" boolean)),
            kept as (
                insert into case_file as known
                       (id, version, registered_by, registered_at, returned_on, country, subdivision,
                        high_risk)
                select distinct on (id) id, version, institution, min(at) over (partition by id),
                       "returnedOn", country, subdivision, "highRisk"
                from sent
                order by id, version desc
                on conflict (id) do update
                set version = excluded.version, returned_on = excluded.returned_on,
                    country = excluded.country, subdivision = excluded.subdivision,
                    high_risk = excluded.high_risk, unsettled = true
                where known.version < excluded.version and known.registered_by = excluded.registered_by)
            select exists (select from sent join case_file known on known.id = sent.id
                           where known.registered_by <> sent.institution)
                or exists (select from sent group by id having count(distinct institution) > 1)
            """;

    private static final String SAVE = """
            update case_file known
            set status = sent.status, responsible = sent.responsible,
                consent_until = sent."consentUntil", closed_because = sent."closedBecause",
                unsettled = sent.unsettled
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 sent (id uuid, status text, responsible text, "consentUntil" date,
                       "closedBecause" text, unsettled boolean)
            where known.id = sent.id
            """;

    private static final String UNSETTLE = """
            update case_file set unsettled = true where id in
                (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    private final FollowUps followUps;

    CaseFiles(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** The stored part of a return. */
    record State(
            UUID id,
            int version,
            String institution,
            Instant at,
            LocalDate returnedOn,
            String country,
            String subdivision,
            boolean highRisk) {
        static State of(WholeState fact, boolean highRisk) {
            var destination = fact.destination();
            return new State(
                    fact.caseId().value(),
                    fact.version(),
                    fact.institution().value(),
                    fact.occurredAt(),
                    fact.returnedOn(),
                    destination == null ? null : destination.country(),
                    destination == null ? null : destination.subdivision(),
                    highRisk);
        }
    }

    /** What {@link #save} stores of a case; {@code status} and {@code closedBecause} are names of constants. */
    record Settled(
            UUID id,
            String status,
            String responsible,
            LocalDate consentUntil,
            String closedBecause,
            boolean unsettled) {}

    /**
     * Stores returns, in any order; the highest version of each stands.
     *
     * @throws FactRefused where a case is of another institution: its plan would pass with the case
     */
    Uni<Void> keep(Mutiny.Session session, List<State> states) {
        return states.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(KEEP, Boolean.class)
                        .setParameter("rows", Json.write(states))
                        .getSingleResult()
                        .invoke(CaseFiles::mustBeOwn)
                        .replaceWithVoid();
    }

    /** Rolls back what was kept; then the facts come one by one, and whose is another's is put aside. */
    static void mustBeOwn(boolean foreign) {
        if (foreign) {
            throw new FactRefused("foreign-party", "the case is of another institution");
        }
    }

    Uni<Void> unsettle(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(UNSETTLE)
                .setParameter("ids", Json.write(ids))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Marks all open cases, for a change that every decision depends on. */
    Uni<Void> unsettleAll(Mutiny.Session session) {
        return session.createNativeQuery("update case_file set unsettled = true where status <> 'CLOSED'")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Cases that must be settled, locked; cases that are already locked are skipped. Who changes one must {@link #save} it. */
    Uni<List<CaseFile>> stale(Mutiny.Session session, LocalDate today, int max) {
        return session.createNativeQuery("""
                        select id from case_file
                        where unsettled or (status = 'FOLLOWED' and consent_until < :today)
                        limit :max
                        for update skip locked
                        """, UUID.class)
                .setParameter("today", today)
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> whole(session, ids));
    }

    /**
     * One case, locked. Who changes it must {@link #save} it.
     *
     * @return null if there is none
     */
    Uni<CaseFile> locked(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("select id from case_file where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .chain(ids -> whole(session, ids))
                .map(files -> files.isEmpty() ? null : files.getFirst());
    }

    /**
     * One case for reading, not locked.
     *
     * @return null if there is none
     */
    Uni<CaseFile> find(Mutiny.Session session, UUID id) {
        return whole(session, List.of(id)).map(files -> files.isEmpty() ? null : files.getFirst());
    }

    /**
     * Writes what has become of cases that are locked, and their follow-ups: one statement for each of the two tables,
     * however many cases there are.
     */
    Uni<Void> save(Mutiny.Session session, List<CaseFile> cases) {
        return JsonRows.write(
                        session, SAVE, cases.stream().map(CaseFile::stored).toList())
                .chain(() -> followUps.save(
                        session,
                        cases.stream()
                                .flatMap(file -> file.followUps().stream())
                                .toList()));
    }

    /** Detached, with their follow-ups: what changes is written by {@link #save}, and not row by row by Hibernate. */
    private static Uni<List<CaseFile>> whole(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(
                        "select c from CaseFile c left join fetch c.followUps where c.id in :ids", CaseFile.class)
                .setParameter("ids", ids)
                .getResultList()
                .invoke(files -> files.forEach(session::detach));
    }
}
