package org.puente.reception.returns.listing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Paging;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.status.ConsentStatus;

/** Short views of returns. */
@ApplicationScoped
class Summaries {
    private static final String LIST = """
            select r.caseId, r.returnedOn, r.receptionPoint, r.version, r.modifiedAt,
                   (select count(c) from Consent c
                    where c.caseId = r.caseId and c.withdrawnAt is null),
                   (select count(c) from Consent c
                    where c.caseId = r.caseId and c.withdrawnAt is null
                      and (c.validUntil is null or c.validUntil >= :today))
            from ReturnCase r
            where r.institution = :institution
              and r.modifiedAt >= :at and (r.modifiedAt > :at or r.caseId > :id)
            """;
    private static final String OF_A_DAY = " and r.returnedOn = :day";

    /** Whom decisions have made one are no question any more; one person's two returns of almost one day are. */
    private static final String UNDECIDED = """
             and exists (
                select 1 from PossibleMatch waiting, ReturnCase other
                where waiting.caseId = r.caseId and other.caseId = waiting.otherCaseId
                  and (other.personId = r.personId
                       or coalesce(other.linkedPersonId, other.personId) <> coalesce(r.linkedPersonId, r.personId)))
            """;

    private static final String ORDER = " order by r.modifiedAt, r.caseId";

    /** Greater than every id in the order of the database. */
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final ReceptionDirectory directory;
    private final Checks checks;

    Summaries(ReceptionDirectory directory, Checks checks) {
        this.directory = directory;
        this.checks = checks;
    }

    @Schema(requiredProperties = {"caseId", "returnedOn", "receptionPoint", "consent", "version", "modifiedAt"})
    record Summary(
            CaseId caseId,
            LocalDate returnedOn,
            String receptionPoint,
            ConsentStatus consent,
            int version,
            Instant modifiedAt) {}

    /**
     * @param day only returns of this day; null for all
     * @param undecided only returns with a match that waits for the institution's decision
     */
    Uni<List<Summary>> of(
            Mutiny.Session session,
            InstitutionId institution,
            LocalDate day,
            boolean undecided,
            Instant modifiedAfter,
            Paging paging) {
        boolean catchingUp = !modifiedAfter.isBefore(paging.after());
        return directory
                .zone(session)
                .map(checks::today)
                .chain(today -> list(session, day, undecided)
                        .setParameter("today", today)
                        .setParameter("institution", institution.value())
                        .setParameter("at", catchingUp ? modifiedAfter : paging.after())
                        .setParameter("id", catchingUp ? LAST_ID : paging.afterId())
                        .setMaxResults(paging.reach())
                        .getResultList())
                .map(rows -> rows.stream().map(Summaries::summary).toList());
    }

    /** With a day and without, an index starts at the first row of the page. */
    private static Mutiny.SelectionQuery<Object[]> list(Mutiny.Session session, LocalDate day, boolean undecided) {
        String those = LIST + (undecided ? UNDECIDED : "");
        return day == null
                ? session.createQuery(those + ORDER, Object[].class)
                : session.createQuery(those + OF_A_DAY + ORDER, Object[].class).setParameter("day", day);
    }

    private static Summary summary(Object[] row) {
        return new Summary(
                new CaseId((UUID) row[0]),
                (LocalDate) row[1],
                (String) row[2],
                ConsentStatus.of((Long) row[5] > 0, (Long) row[6] > 0),
                (Integer) row[3],
                (Instant) row[4]);
    }
}
