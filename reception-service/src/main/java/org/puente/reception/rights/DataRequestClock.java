package org.puente.reception.rights;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;

/** Reminds of requests before their last day, once each, and counts those whose last day is over. */
@ApplicationScoped
class DataRequestClock {
    private static final Logger LOG = Logger.getLogger(DataRequestClock.class);

    private static final String REMIND = """
            update data_request set reminded_at = :now
            where closed_at is null and reminded_at is null and remind_on <= :today
            """;

    private static final String LATE = "select count(*) from data_request where closed_at is null and due_on < :today";

    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final Checks checks;
    private volatile long late;

    DataRequestClock(UnitOfWork work, ReceptionDirectory directory, Checks checks, MeterRegistry metrics) {
        this.work = work;
        this.directory = directory;
        this.checks = checks;
        Gauge.builder("puente.data.requests.late", () -> late)
                .description("Requests of people about their data that are open after their last day")
                .register(metrics);
    }

    /** While the node's calendar isn't known, no day counts as over. */
    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "data-requests")
    Uni<Void> tick() {
        return work.run(session -> directory
                .knownZone(session)
                .onItem()
                .ifNotNull()
                .transformToUni(zone -> look(session, checks.today(zone))));
    }

    private Uni<Void> look(Mutiny.Session session, LocalDate today) {
        return session.createNativeQuery(REMIND)
                .setParameter("now", checks.now())
                .setParameter("today", today)
                .executeUpdate()
                .invoke(reminded -> {
                    if (reminded > 0) {
                        LOG.infof("%d data requests are to be answered soon", reminded);
                    }
                })
                .chain(() -> session.createNativeQuery(LATE, Long.class)
                        .setParameter("today", today)
                        .getSingleResult())
                .invoke(count -> late = count)
                .replaceWithVoid();
    }
}
