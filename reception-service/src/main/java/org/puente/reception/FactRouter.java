package org.puente.reception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Stream;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.directory.DirectoryIntake;
import org.puente.reception.status.CaseFacts;

/** Hands each fact to the feature that it concerns. */
@ApplicationScoped
class FactRouter implements FactHandler {
    private final DirectoryIntake directory;
    private final CaseFacts cases;

    FactRouter(DirectoryIntake directory, CaseFacts cases) {
        this.directory = directory;
        this.cases = cases;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    /** Stores all facts about cases with one statement. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<Boolean, List<Received>> ofDirectory =
                batch.stream().collect(Collectors.partitioningBy(FactRouter::isDirectory));
        return Sequential.each(ofDirectory.get(true), entry -> directory.take(session, entry))
                .chain(() -> cases.take(session, ofDirectory.get(false)));
    }

    private static boolean isDirectory(Received received) {
        return received.topic().stream() == Stream.DIRECTORY;
    }
}
