package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.JsonRows;
import org.puente.platform.web.Paging;

/** The follow-ups of all cases. */
@ApplicationScoped
class FollowUps {
    /** Both parts see the table as it was before. What has not changed is not touched: its time of change stays. */
    private static final String SAVE = """
            with sent as (
                select *
                from json_to_recordset(cast(cast(:rows as text) as json)) as
                     (id uuid, "caseId" uuid, institution text, kind text, "afterReturn" text,
                      "opensAt" timestamptz, "dueAt" timestamptz, "dueOn" date, "closesAt" timestamptz,
                      status text, "dueReportedAt" timestamptz, visit text)),
            changed as (
                update follow_up known
                set institution = sent.institution, opens_at = sent."opensAt", due_at = sent."dueAt",
                    due_on = sent."dueOn", closes_at = sent."closesAt", status = sent.status,
                    due_said_at = sent."dueReportedAt", visit = sent.visit
                from sent
                where known.id = sent.id
                  and (known.institution, known.opens_at, known.due_at, known.due_on, known.closes_at,
                       known.status, known.due_said_at, known.visit)
                      is distinct from
                      (sent.institution, sent."opensAt", sent."dueAt", sent."dueOn", sent."closesAt",
                       sent.status, sent."dueReportedAt", sent.visit))
            insert into follow_up (id, case_id, institution, kind, after_return, opens_at, due_at, due_on,
                                   closes_at, status, due_said_at, visit)
            select id, "caseId", institution, kind, "afterReturn", "opensAt", "dueAt", "dueOn",
                   "closesAt", status, "dueReportedAt", visit
            from sent
            where not exists (select from follow_up known where known.id = sent.id)
            """;

    /** A follow-up as it is stored; {@code kind} and {@code status} are the names of the constants. */
    record Row(
            UUID id,
            UUID caseId,
            String institution,
            String kind,
            String afterReturn,
            Instant opensAt,
            Instant dueAt,
            LocalDate dueOn,
            Instant closesAt,
            String status,
            Instant dueReportedAt,
            String visit) {}

    /** Writes follow-ups of cases that are locked, new ones and changed ones, by one statement. */
    Uni<Void> save(Mutiny.Session session, List<FollowUp> followUps) {
        return JsonRows.write(
                session, SAVE, followUps.stream().map(FollowUp::stored).toList());
    }

    /** The follow-ups of an institution, by due time. */
    Uni<List<FollowUp>> of(
            Mutiny.Session session,
            String institution,
            Set<FollowUpStatus> statuses,
            Instant dueBefore,
            Instant modifiedAfter,
            Paging paging) {
        return session.createQuery(
                        "from FollowUp where institution = :institution and status in :statuses"
                                + " and dueAt < :dueBefore and modifiedAt > :modifiedAfter and (dueAt > :at or (dueAt = :at and id"
                                + " > :id)) order by dueAt, id",
                        FollowUp.class)
                .setParameter("institution", institution)
                .setParameter("statuses", statuses)
                .setParameter("dueBefore", dueBefore)
                .setParameter("modifiedAfter", modifiedAfter)
                .setParameter("at", paging.after())
                .setParameter("id", paging.afterId())
                .setMaxResults(paging.reach())
                .getResultList();
    }

    /**
     * The case that a follow-up belongs to.
     *
     * @return null if there is no such follow-up
     */
    Uni<UUID> caseOf(Mutiny.Session session, UUID followUp) {
        return session.createNativeQuery("select case_id from follow_up where id = :id", UUID.class)
                .setParameter("id", followUp)
                .getSingleResultOrNull();
    }
}
