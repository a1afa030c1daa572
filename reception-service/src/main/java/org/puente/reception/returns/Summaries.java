package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Paging;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.status.ConsentStatus;

/** Returns in a line each. */
@ApplicationScoped
class Summaries {
    private static final String LIST =
            """
            select r.caseId, r.returnedOn, r.receptionPoint, r.version, r.modifiedAt,
                   (select count(c) from Consent c
                    where c.caseId = r.caseId and c.withdrawnAt is null),
                   (select count(c) from Consent c
                    where c.caseId = r.caseId and c.withdrawnAt is null
                      and (c.validUntil is null or c.validUntil >= :today))
            from ReturnCase r
            where r.institution = :institution and r.modifiedAt > :modifiedAfter
              and (r.modifiedAt > :at or r.modifiedAt = :at and r.caseId > :id)
              and r.returnedOn between :from and :to
            order by r.modifiedAt, r.caseId
            """;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ReceptionDirectory directory;
    private final Checks checks;

    Summaries(ReceptionDirectory directory, Checks checks) {
        this.directory = directory;
        this.checks = checks;
    }

    record Summary(
            CaseId caseId,
            LocalDate returnedOn,
            String receptionPoint,
            ConsentStatus consent,
            int version,
            Instant modifiedAt) {}

    /**
     * @param day only returns of this day; null for all
     */
    Uni<List<Summary>> of(
            Mutiny.Session session,
            InstitutionId institution,
            LocalDate day,
            Instant modifiedAfter,
            Paging paging) {
        return directory
                .zone(session)
                .map(checks::today)
                .chain(
                        today ->
                                session.createQuery(LIST, Object[].class)
                                        .setParameter("today", today)
                                        .setParameter("institution", institution.value())
                                        .setParameter("modifiedAfter", modifiedAfter)
                                        .setParameter("at", paging.after())
                                        .setParameter("id", paging.afterId())
                                        .setParameter("from", day == null ? FIRST : day)
                                        .setParameter("to", day == null ? LAST : day)
                                        .setMaxResults(paging.reach())
                                        .getResultList())
                .map(rows -> rows.stream().map(Summaries::summary).toList());
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
