package org.puente.reception.returns.consents;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.DueReturns;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;

/**
 * Takes back each of the node's dossiers when the last consent that permits it is over, by the
 * node's calendar. Each instance of the service runs this clock; returns that one instance has
 * locked, others skip.
 */
@ApplicationScoped
class ConsentExpiry {
    private static final int MAX = 100;

    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Returns returns;
    private final DueReturns due;
    private final Dossiers dossiers;
    private final Outbox outbox;

    ConsentExpiry(
            UnitOfWork work,
            ReceptionDirectory directory,
            Checks checks,
            Returns returns,
            DueReturns due,
            Dossiers dossiers,
            Outbox outbox) {
        this.work = work;
        this.directory = directory;
        this.checks = checks;
        this.returns = returns;
        this.due = due;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "last-days-of-consents")
    Uni<Void> tick() {
        return work.run(this::endSome);
    }

    /** While the node's calendar isn't known, no day counts as over. */
    private Uni<Void> endSome(Mutiny.Session session) {
        return directory
                .knownZone(session)
                .onItem()
                .ifNotNull()
                .transformToUni(zone -> endSome(session, checks.today(zone)));
    }

    private Uni<Void> endSome(Mutiny.Session session, LocalDate today) {
        return due.withEndedConsent(session, today, MAX)
                .chain(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : end(session, taken, today));
    }

    private Uni<Void> end(Mutiny.Session session, List<ReturnCase> taken, LocalDate today) {
        Instant at = checks.now();
        return returns.consents(
                        session,
                        taken.stream()
                                .map(returnCase -> returnCase.id().value())
                                .toList())
                .map(all -> all.stream().collect(groupingBy(consent -> consent.caseId())))
                .map(all -> facts(taken, all, today, at))
                .chain(facts -> outbox.add(session, facts));
    }

    private List<Outgoing> facts(List<ReturnCase> taken, Map<UUID, List<Consent>> all, LocalDate today, Instant at) {
        return taken.stream()
                .flatMap(returnCase ->
                        end(returnCase, all.getOrDefault(returnCase.id().value(), List.of()), today, at).stream())
                .toList();
    }

    private List<Outgoing> end(ReturnCase returnCase, List<Consent> consents, LocalDate today, Instant at) {
        consents.forEach(consent -> consent.end(today));
        PermittedPurposes permitted = PermittedPurposes.by(consents, returnCase.registration(), today);
        return dossiers.end(returnCase, permitted, ErasureReason.RETENTION_ENDED, at);
    }
}
