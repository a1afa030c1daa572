package org.puente.reception.returns.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.DueReturns;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContexts;
import org.puente.reception.returns.Returns;

/**
 * Seals dossiers for visits for cases that were registered before such dossiers existed. Each case
 * is looked at once; then there is nothing more to do.
 */
@ApplicationScoped
public class EarlierCases {
    private static final int BATCH = 20;

    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Returns returns;
    private final ReturnContexts contexts;
    private final DueReturns due;
    private final Dossiers dossiers;
    private final Outbox outbox;

    EarlierCases(
            UnitOfWork work,
            ReceptionDirectory directory,
            Checks checks,
            Returns returns,
            ReturnContexts contexts,
            DueReturns due,
            Dossiers dossiers,
            Outbox outbox) {
        this.work = work;
        this.directory = directory;
        this.checks = checks;
        this.returns = returns;
        this.contexts = contexts;
        this.due = due;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "dossiers-for-visits")
    public Uni<Void> tick() {
        return work.runAll(BATCH, this::some);
    }

    private Uni<Integer> some(Mutiny.Session session) {
        return directory
                .zone(session)
                .map(checks::today)
                .chain(today -> due.forVisitDossier(session, BATCH)
                        .call(cases -> Sequential.each(cases, returnCase -> seal(session, returnCase, today))))
                .map(List::size);
    }

    private Uni<Void> seal(Mutiny.Session session, ReturnCase returnCase, LocalDate today) {
        returnCase.visitDossierChecked();
        Registration registration = returnCase.registration();
        return returns.consents(session, returnCase.id().value())
                .map(consents -> PermittedPurposes.by(consents, registration, today))
                .chain(permitted -> permitted.visits() && !Dossiers.isUnknown(registration)
                        ? seal(session, returnCase, registration)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> seal(Mutiny.Session session, ReturnCase returnCase, Registration registration) {
        Instant at = checks.now();
        return contexts.of(session, returnCase)
                .map(known -> dossiers.sealForVisits(returnCase, registration, known.householdSize(), at))
                .chain(fact -> outbox.add(session, List.of(fact)));
    }
}
