package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends what has been kept long enough, batch by batch, so that no transaction is long. */
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
     * @param kept how long each row stays
     * @param max rows of a batch
     * @param statement native; has the parameters {@code :before} and {@code :most}
     */
    public Uni<Void> delete(Period kept, int max, String statement) {
        return end(
                kept,
                max,
                (session, before) -> session.createNativeQuery(statement)
                        .setParameter("before", before)
                        .setParameter("most", max)
                        .executeUpdate());
    }

    /**
     * Ends things that are more than one row.
     *
     * @param some ends at most so many things that are older than an instant; returns how many
     */
    public Uni<Void> end(Period kept, int max, BiFunction<Mutiny.Session, Instant, Uni<Integer>> some) {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant();
        return work.runAll(max, session -> some.apply(session, before));
    }
}
