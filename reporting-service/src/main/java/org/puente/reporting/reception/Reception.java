package org.puente.reporting.reception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.inbox.Received;

/** What happens at the reception points of all nodes. */
@ApplicationScoped
public class Reception {
    private final Help help;
    private final ReceptionTimes times;

    Reception(Help help, ReceptionTimes times) {
        this.help = help;
        this.times = times;
    }

    /** Applies the facts of reception points, and when people were registered; other facts are skipped. */
    public Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        return help.take(session, facts).chain(() -> times.take(session, facts));
    }
}
