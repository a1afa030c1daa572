package org.puente.registry.documents;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.directory.Publishing;

/**
 * Withdraws entries whose day has come. Each instance of the service checks; the lock lets one in
 * at a time, and the next finds nothing left to do.
 */
@ApplicationScoped
class DueWithdrawals {
    private final UnitOfWork work;
    private final Documents documents;
    private final OwnDay day;
    private final States states;
    private final Publishing publishing;
    private final Republishing republishing;
    private final Clock clock;

    DueWithdrawals(
            UnitOfWork work,
            Documents documents,
            OwnDay day,
            States states,
            Publishing publishing,
            Republishing republishing,
            Clock clock) {
        this.work = work;
        this.documents = documents;
        this.day = day;
        this.states = states;
        this.publishing = publishing;
        this.republishing = republishing;
        this.clock = clock;
    }

    @Scheduled(
            every = "{puente.directory.look-every}",
            delayed = "{puente.directory.look-every}",
            identity = "withdraw-entries")
    Uni<Void> look() {
        return work.run(this::withdraw).replaceWithVoid();
    }

    /**
     * @return how many entries were withdrawn
     */
    Uni<Integer> withdraw(Mutiny.Session session) {
        return due(session)
                .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : apply(session, due))
                .map(List::size);
    }

    private Uni<List<Document>> due(Mutiny.Session session) {
        return documents
                .lock(session)
                .chain(() -> day.today(session))
                .chain(today -> documents.toWithdraw(session, today));
    }

    /**
     * Publishes the institutions; {@link Republishing} publishes all offers that change with them
     * or by their own day.
     */
    private Uni<Void> apply(Mutiny.Session session, List<Document> due) {
        due.forEach(document -> document.rewrite(document.form().withdrawn(), clock.instant()));
        List<DirectoryFact> institutions = due.stream()
                .filter(Document::isInstitution)
                .map(document -> states.of(document, DirectoryStatus.WITHDRAWN))
                .toList();
        return publishing
                .publish(session, institutions)
                .chain(() -> republishing.follow(session))
                .replaceWithVoid();
    }
}
