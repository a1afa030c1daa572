package org.puente.reception.arrivals;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.RetentionBatches;
import org.puente.reception.returns.Checks;

/**
 * Registrations since the backup, of which a restore has left the facts alone. No fact says from which entry of a
 * manifest somebody was registered, or that they were, or whether it was a person who has been erased since. So of the
 * manifests on which they may stand nobody's data comes back. Its announcer may send a manifest again.
 */
@ApplicationScoped
public class LostRegistrations {
    private static final int BATCH = 500;

    private static final String ADD = """
            insert into lost_registration (institution, returned_on, registered_at, recalled_at)
            values (:institution, :day, :at, :now)
            on conflict (institution, returned_on) do update set
                registered_at = greatest(lost_registration.registered_at, excluded.registered_at),
                recalled_at = excluded.recalled_at
            """;

    /** Whose people may be those: they returned about the day of the landing, and it was not to be much later. */
    private static final String MAY_BE_OF = """
            lost.institution = %1$s
            and %2$s >= lost.returned_on - interval '3 days' and %2$s < lost.returned_on + interval '4 days'
            and %2$s < lost.registered_at + interval '12 hours'
            """;

    private static final String ERASE = """
            update manifest_entry e set content = null
            from expected_arrival a join lost_registration lost on %s
            where lost.institution = :institution and lost.returned_on = :day
              and e.from_node = a.from_node and e.arrival_id = a.arrival_id and e.content is not null
            """.formatted(MAY_BE_OF.formatted("a.institution", "a.expected_at"));

    private static final String IS_AMONG =
            """
            select exists (select 1 from lost_registration lost where %s and lost.recalled_at > :sentAt)
            """.formatted(MAY_BE_OF.formatted(":institution", "cast(:expectedAt as timestamptz)"));

    private static final String DELETE = """
            delete from lost_registration where (institution, returned_on) in (
                select institution, returned_on from lost_registration
                where recalled_at < :before limit :most)
            """;

    private final Checks checks;
    private final RetentionBatches batches;
    private final Period kept;

    /**
     * @param kept as long as manifests are
     */
    LostRegistrations(
            Checks checks,
            RetentionBatches batches,
            @ConfigProperty(name = "puente.policy.manifest-retention") Period kept) {
        this.checks = checks;
        this.batches = batches;
        this.kept = kept;
    }

    /** On which people returned whose registrations are lost. */
    public record Day(InstitutionId institution, LocalDate returnedOn) {}

    /**
     * Notes lost registrations of a day, and erases the data on the manifests where those people may stand.
     *
     * @param last when the last of them was registered
     */
    public Uni<Void> add(Mutiny.Session session, Day lost, Instant last) {
        return of(session.createNativeQuery(ADD), lost)
                .setParameter("at", last)
                .setParameter("now", checks.now())
                .executeUpdate()
                .chain(() -> of(session.createNativeQuery(ERASE), lost).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery of(Mutiny.MutationQuery query, Day lost) {
        return query.setParameter("institution", lost.institution().value()).setParameter("day", lost.returnedOn());
    }

    /**
     * Whether somebody may have been registered from this manifest of whom it is not known any more.
     *
     * @param sentAt when the manifest was; what was sent since the restore is taken whole
     */
    Uni<Boolean> mayBeOf(Mutiny.Session session, ExpectedArrival arrival, Instant sentAt) {
        return session.createNativeQuery(IS_AMONG, Boolean.class)
                .setParameter("institution", arrival.institution().value())
                .setParameter("expectedAt", arrival.expectedAt())
                .setParameter("sentAt", sentAt)
                .getSingleResult();
    }

    @Scheduled(
            every = "24h",
            delayed = "12m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "lost-registrations")
    Uni<Void> tick() {
        return batches.delete(kept, BATCH, DELETE);
    }
}
