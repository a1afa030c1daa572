package org.puente.reception.export;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.problems.ProblemException;

/** What is held of a person is handed out because they asked, and only while nobody has answered. */
@ApplicationScoped
class AccessRequests {
    private static final String OPEN = """
            select id from open_access_request
            where case_id = :case and (:named = '' or cast(id as text) = :named) order by id limit 1
            """;

    /**
     * The open request for access that concerns the case; 422 if there is none.
     *
     * @param named the request that is meant; null for any
     */
    Uni<UUID> mustBeOpen(Mutiny.Session session, UUID caseId, UUID named) {
        return session.createNativeQuery(OPEN, UUID.class)
                .setParameter("case", caseId)
                .setParameter("named", named == null ? "" : named.toString())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.ruleBroken("no-open-access-request"));
    }
}
