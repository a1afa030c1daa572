package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends what has had its time, batch by batch, so that no transaction is long. */
@ApplicationScoped
public class RetentionBatches {
    private final UnitOfWork work;
    private final Clock clock;

    RetentionBatches(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Deletes rows.
     *
     * @param kept how long each stays
     * @param most rows of a batch
     * @param statement native; takes {@code :before} and {@code :most}
     */
    public Uni<Void> delete(Period kept, int most, String statement) {
        return end(
                kept,
                most,
                (session, before) -> session.createNativeQuery(statement)
                        .setParameter("before", before)
                        .setParameter("most", most)
                        .executeUpdate());
    }

    /**
     * Ends what is not a row alone.
     *
     * @param some ends at most so many whose time was over at an instant, and says how many
     */
    public Uni<Void> end(Period kept, int most, BiFunction<Mutiny.Session, Instant, Uni<Integer>> some) {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant();
        return work.runAll(most, session -> some.apply(session, before));
    }
}
