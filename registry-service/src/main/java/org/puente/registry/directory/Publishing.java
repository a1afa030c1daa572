package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;

/** Publishes states of this node: into its own directory and, through the outbox, to all nodes. */
@ApplicationScoped
public class Publishing {
    private final Directory directory;
    private final Outbox outbox;

    Publishing(Directory directory, Outbox outbox) {
        this.directory = directory;
        this.outbox = outbox;
    }

    public Uni<Void> publish(Mutiny.Session session, List<? extends DirectoryFact> states) {
        List<Outgoing> facts = states.stream()
                .map(s -> Outgoing.of((DirectoryFact) s, Provenance.of(s).since()))
                .toList();
        return directory.put(session, states).chain(() -> outbox.add(session, facts));
    }

    /**
     * The time of a new state: now, but always later than the earlier state, even if a clock goes
     * back.
     */
    public static Instant after(Instant earlier, Instant now) {
        Instant least = earlier.plus(1, ChronoUnit.MICROS);
        return now.isBefore(least) ? least : now;
    }
}
