package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The returns for which a clock has something to do. They are locked; those that another instance has locked are
 * skipped.
 */
@ApplicationScoped
public class DueReturns {
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

    /** Some of those with a consent whose last day is over and not yet processed. */
    public Uni<List<ReturnCase>> withEndedConsent(Mutiny.Session session, LocalDate today, int max) {
        return session.createNativeQuery(ENDED, UUID.class)
                .setParameter("today", today)
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> Returns.all(session, ids));
    }

    /** Some of those that are still to be checked for a dossier for visits. */
    public Uni<List<ReturnCase>> forVisitDossier(Mutiny.Session session, int max) {
        return session.createNativeQuery(VISIT_DOSSIER_DUE, UUID.class)
                .setParameter("max", max)
                .getResultList()
                .chain(ids -> Returns.all(session, ids));
    }

    /** The ids of some of those that are still to be stored for matching. */
    public Uni<List<UUID>> forMatching(Mutiny.Session session, int max) {
        return session.createNativeQuery(MATCH_DUE, UUID.class)
                .setParameter("max", max)
                .getResultList();
    }
}
