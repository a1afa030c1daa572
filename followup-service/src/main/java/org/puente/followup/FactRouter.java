package org.puente.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.Stream;
import org.puente.followup.cases.CaseIntake;
import org.puente.followup.directory.Directory;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.Received;

/** Hands each fact to the feature that it concerns. */
@ApplicationScoped
class FactRouter implements FactHandler {
    private final Directory directory;
    private final CaseIntake cases;

    FactRouter(Directory directory, CaseIntake cases) {
        this.directory = directory;
        this.cases = cases;
    }

    /** Who has not arrived yet is not followed up. */
    @Override
    public boolean takes(FactType type) {
        return !ArrivalFact.class.isAssignableFrom(type.fact());
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    /** The directory comes first: its lock must be taken before the locks on cases. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<String, Optional<DirectoryFact>> entries = new LinkedHashMap<>();
        List<Fact> others = new ArrayList<>();
        for (Received received : batch) {
            if (received.topic().stream() == Stream.DIRECTORY) {
                entries.put(received.envelope().subject(), received.fact().map(DirectoryFact.class::cast));
            } else {
                received.fact().ifPresent(others::add);
            }
        }
        return directory
                .keep(session, entries)
                .chain(changed ->
                        changed ? cases.unsettleAll(session) : Uni.createFrom().voidItem())
                .chain(() -> cases.take(session, others));
    }
}
