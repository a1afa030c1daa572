package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.web.Paging;

/** The follow-ups of all cases, for reading. */
@ApplicationScoped
class FollowUps {

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
