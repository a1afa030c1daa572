package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Stream;
import org.puente.followup.directory.Directory;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.Received;

/**
 * Takes in what the node's reception and registry say. It only keeps what was said and marks the
 * cases that it touches; {@link FollowUpClock} settles them. So nothing depends on which came
 * first: return, consent or directory.
 */
@ApplicationScoped
class NodeFacts implements FactHandler {
    private final Directory directory;
    private final CaseFiles files;
    private final Consents consents;
    private final Policy policy;

    NodeFacts(Directory directory, CaseFiles files, Consents consents, Policy policy) {
        this.directory = directory;
        this.files = files;
        this.consents = consents;
        this.policy = policy;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    /** The directory first, because it takes a lock that must come before those on cases. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<String, Optional<DirectoryFact>> changes = new LinkedHashMap<>();
        List<CaseFiles.State> states = new ArrayList<>();
        List<Consents.Said> said = new ArrayList<>();
        for (Received received : batch) {
            if (received.topic().stream() == Stream.DIRECTORY) {
                changes.put(
                        received.envelope().subject(),
                        received.fact().map(DirectoryFact.class::cast));
            } else {
                received.fact().ifPresent(fact -> sort((ReturnFact) fact, states, said));
            }
        }
        return directory
                .keep(session, changes)
                .chain(changed -> changed ? files.unsettleAll(session) : nothing())
                .chain(() -> files.keep(session, states))
                .chain(() -> consents.keep(session, said))
                .chain(
                        () ->
                                files.unsettle(
                                        session,
                                        said.stream().map(Consents.Said::caseId).toList()));
    }

    private void sort(ReturnFact fact, List<CaseFiles.State> states, List<Consents.Said> said) {
        switch (fact) {
            case ReturnFact.WholeState state ->
                    states.add(CaseFiles.State.of(state, policy.highRisk(state)));
            case ReturnFact.ConsentRecorded recorded -> said.add(Consents.Said.of(recorded));
            case ReturnFact.ConsentWithdrawn withdrawn -> said.add(Consents.Said.of(withdrawn));
            case ReturnFact.Announced announced -> {
                // People who have not arrived are not followed up.
            }
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
