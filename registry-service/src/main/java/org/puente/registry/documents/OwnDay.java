package org.puente.registry.documents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.platform.Node;
import org.puente.registry.directory.Directory;

/** The present day of this node. */
@ApplicationScoped
public class OwnDay {
    private final Directory directory;
    private final Node node;
    private final Clock clock;

    OwnDay(Directory directory, Node node, Clock clock) {
        this.directory = directory;
        this.node = node;
        this.clock = clock;
    }

    /** In UTC until the node has published its time zone, which happens at the start. */
    public Uni<LocalDate> today(Mutiny.Session session) {
        return directory
                .find(session, node.id(), "node/" + node.id(), NodePublished.class)
                .map(own -> own == null ? ZoneOffset.UTC : ZoneId.of(own.timezone()))
                .map(zone -> LocalDate.now(clock.withZone(zone)));
    }
}
