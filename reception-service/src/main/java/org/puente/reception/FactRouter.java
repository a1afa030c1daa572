package org.puente.reception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierFact;
import org.puente.contracts.FactType;
import org.puente.contracts.Stream;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.arrivals.ArrivalIntake;
import org.puente.reception.directory.DirectoryIntake;
import org.puente.reception.status.CaseFacts;

/** Hands each fact to the feature that it concerns. */
@ApplicationScoped
class FactRouter implements FactHandler {
    private static final Set<Stream> BESIDE_CASES = EnumSet.of(Stream.DIRECTORY, Stream.DOSSIERS);

    private final DirectoryIntake directory;
    private final CaseFacts cases;
    private final ArrivalIntake arrivals;

    FactRouter(DirectoryIntake directory, CaseFacts cases, ArrivalIntake arrivals) {
        this.directory = directory;
        this.cases = cases;
        this.arrivals = arrivals;
    }

    /** Dossiers lie on the topics of manifests, and are for those who refer and visit. */
    @Override
    public boolean takes(FactType type) {
        return !DossierFact.class.isAssignableFrom(type.fact());
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    /** Stores all facts about cases with one statement. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<Stream, List<Received>> byStream =
                batch.stream().collect(Collectors.groupingBy(received -> received.topic().stream()));
        List<Received> ofCases = batch.stream()
                .filter(received -> !BESIDE_CASES.contains(received.topic().stream()))
                .toList();
        return Sequential.each(
                        byStream.getOrDefault(Stream.DIRECTORY, List.of()), entry -> directory.take(session, entry))
                .chain(() -> Sequential.each(
                        byStream.getOrDefault(Stream.DOSSIERS, List.of()), one -> arrivals.take(session, one)))
                .chain(() -> cases.take(session, ofCases));
    }
}
