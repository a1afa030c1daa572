package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.InstitutionId;

/**
 * Takes follow-ups whose time has come. Several instances may do so at once: locked rows and cases
 * are skipped, so that each follow-up is taken once and no instance waits.
 *
 * <p>The case is locked with the row, so that the facts of a case are written in their order. A
 * case that isn't settled is left out: its consent may be withdrawn, or over since midnight.
 */
@ApplicationScoped
class DueDates {
    private static final String TAKE = """
            with taken as (
                select f.id from follow_up f join case_file c on c.id = f.case_id
                where f.status = '%s' and f.%s <= :now and not c.unsettled
                  and (c.consent_until is null or c.consent_until >= :today)
                order by f.%2$s, f.id
                limit :max
                for update of f, c skip locked)
            update follow_up f set status = '%s', due_said_at = coalesce(due_said_at, :now)
            from taken where f.id = taken.id
            returning f.case_id, f.institution, f.id
            """;
    private static final String DUE = TAKE.formatted("PLANNED", "due_at", "DUE");
    private static final String MISSED = TAKE.formatted("DUE", "closes_at", "MISSED");

    /**
     * Marks planned follow-ups whose time has come as due; returns the facts to publish.
     *
     * @param today the day of {@code now} by the node's calendar
     */
    Uni<List<FollowUpFact>> due(Mutiny.Session session, Instant now, LocalDate today, int max) {
        return take(session, DUE, now, today, max, FollowUpFact.Due::new);
    }

    /** Marks due follow-ups whose time is over as missed; returns the facts to publish. */
    Uni<List<FollowUpFact>> missed(Mutiny.Session session, Instant now, LocalDate today, int max) {
        return take(session, MISSED, now, today, max, FollowUpFact.Missed::new);
    }

    private interface FactMaker {
        FollowUpFact of(CaseId caseId, InstitutionId institution, Instant at, FollowUpId id);
    }

    private static Uni<List<FollowUpFact>> take(
            Mutiny.Session session, String sql, Instant now, LocalDate today, int max, FactMaker fact) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("now", now)
                .setParameter("today", today)
                .setParameter("max", max)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> fact.of(
                                new CaseId((UUID) row[0]),
                                new InstitutionId((String) row[1]),
                                now,
                                new FollowUpId((UUID) row[2])))
                        .toList());
    }
}
