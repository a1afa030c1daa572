package org.puente.reception.complaints;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;

/**
 * Sends on the complaints that had no independent recipient, once there is one, and those whose recipient is gone and
 * has not acknowledged them; and counts what waits. The node's operators see in these figures and in the log how many
 * there are, never whose.
 */
@ApplicationScoped
class ComplaintClock {
    private static final Logger LOG = Logger.getLogger(ComplaintClock.class);
    private static final int MAX = 100;

    private static final String LATE = """
            select count(*) from complaint
            where answered_at is null and recipient is not null
              and (answer_by < :today or acknowledged_at is null and acknowledge_by < :today)
            """;

    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final Recipients recipients;
    private final ComplaintReceiving receiving;
    private final Complaints complaints;
    private final ComplaintTime time;
    private final Checks checks;
    private volatile long late;
    private volatile long withoutRecipient;

    ComplaintClock(
            UnitOfWork work,
            ReceptionDirectory directory,
            Recipients recipients,
            ComplaintReceiving receiving,
            Complaints complaints,
            ComplaintTime time,
            Checks checks,
            MeterRegistry metrics) {
        this.work = work;
        this.directory = directory;
        this.recipients = recipients;
        this.receiving = receiving;
        this.complaints = complaints;
        this.time = time;
        this.checks = checks;
        Gauge.builder("puente.complaints.late", () -> late)
                .description("Complaints that wait for their acknowledgement or answer longer than they may")
                .register(metrics);
        Gauge.builder("puente.complaints.without.recipient", () -> withoutRecipient)
                .description("Complaints for which no independent institution is known")
                .register(metrics);
    }

    @Scheduled(every = "${puente.clock.tick}", concurrentExecution = ConcurrentExecution.SKIP, identity = "complaints")
    Uni<Void> tick() {
        return work.run(session ->
                recipients.able(session).chain(able -> sendOn(session, able).chain(() -> count(session, able))));
    }

    private Uni<Void> sendOn(Mutiny.Session session, List<InstitutionId> able) {
        return complaints
                .takeWaiting(session, able, MAX)
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : directory
                                .zone(session)
                                .map(checks::today)
                                .invoke(today -> waiting.forEach(one -> sendOn(one, able, today)))
                                .call(session::flush)
                                .replaceWithVoid());
    }

    /** The new recipient could not be late with it before: the time runs from today. */
    private void sendOn(Complaint complaint, List<InstitutionId> able, LocalDate today) {
        complaint.sendTo(receiving.independent(able, complaint));
        time.set(complaint, today);
    }

    private Uni<Void> count(Mutiny.Session session, List<InstitutionId> able) {
        return complaints
                .countLeftAlone(session, able)
                .invoke(this::tell)
                .chain(() -> directory.zone(session))
                .map(checks::today)
                .chain(today -> late(session, today))
                .invoke(count -> late = count)
                .replaceWithVoid();
    }

    private static Uni<Long> late(Mutiny.Session session, LocalDate today) {
        return session.createNativeQuery(LATE, Long.class)
                .setParameter("today", today)
                .getSingleResult();
    }

    private void tell(long left) {
        if (left > withoutRecipient) {
            LOG.warnf(
                    "%d complaints have no recipient: name independent institutions of this node in"
                            + " puente.policy.complaints.recipients",
                    left);
        }
        withoutRecipient = left;
    }
}
