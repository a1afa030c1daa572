package org.puente.reception.certificates;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;

/** The certificates of this node. */
@ApplicationScoped
class Certificates {
    /** As long as the answer that hands out a status code is kept. */
    private static final Duration STATUS_CODE_KEPT = Duration.ofHours(24);

    private final UnitOfWork work;
    private final Clock clock;

    Certificates(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @return null if there is none
     */
    Uni<Certificate> find(Mutiny.Session session, CertificateCode code) {
        return session.find(Certificate.class, code.symbols());
    }

    /** A certificate of a return; 404 if there is none. */
    Uni<Certificate> of(Mutiny.Session session, UUID caseId, String typed) {
        return CertificateCode.read(typed)
                .map(code -> find(session, code))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .invoke(found -> {
                    if (found == null || !found.isOf(caseId)) {
                        throw ProblemException.notFound();
                    }
                });
    }

    /** All certificates of a return, newest first. */
    Uni<List<Certificate>> of(Mutiny.Session session, UUID caseId) {
        return session.createQuery(
                        "from Certificate where caseId = :case order by issuedAt desc, code", Certificate.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** The certificates of a return that a newer one supersedes. */
    Uni<List<Certificate>> current(Mutiny.Session session, UUID caseId) {
        return session.createQuery(
                        "from Certificate where caseId = :case and supersededAt is null and revokedAt is null",
                        Certificate.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "forget-printed-status-codes")
    Uni<Void> forgetStatusCodes() {
        return work.run(session -> session.createNativeQuery("update certificate set sealed_status_code = null"
                        + " where sealed_status_code is not null and issued_at < :before")
                .setParameter("before", clock.instant().minus(STATUS_CODE_KEPT))
                .executeUpdate()
                .replaceWithVoid());
    }
}
