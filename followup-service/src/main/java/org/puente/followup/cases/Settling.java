package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.followup.directory.Directory;
import org.puente.platform.Node;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;

/** Brings cases to what the facts that are known say of them. */
@ApplicationScoped
class Settling {
    private final Directory directory;
    private final CaseFiles files;
    private final Consents consents;
    private final Outbox outbox;
    private final Policy policy;
    private final Node node;
    private final Clock clock;

    Settling(
            Directory directory,
            CaseFiles files,
            Consents consents,
            Outbox outbox,
            Policy policy,
            Node node,
            Clock clock) {
        this.directory = directory;
        this.files = files;
        this.consents = consents;
        this.outbox = outbox;
        this.policy = policy;
        this.node = node;
        this.clock = clock;
    }

    /**
     * The situation now, which holds until the session's transaction ends. To be asked before a
     * case is locked: who changes the directory locks in that order too.
     *
     * @return empty while the node's calendar isn't known
     */
    Uni<Optional<Situation>> situation(Mutiny.Session session) {
        return directory
                .hold(session)
                .map(
                        extract ->
                                extract.zone()
                                        .map(
                                                zone ->
                                                        new Situation(
                                                                node.id(),
                                                                extract.offices(),
                                                                zone,
                                                                policy,
                                                                clock.instant())));
    }

    /**
     * Settles some of the cases that are to be.
     *
     * @return how many there were
     */
    Uni<Integer> settleSome(Mutiny.Session session, int most) {
        return situation(session)
                .chain(
                        found ->
                                found.map(now -> settleSome(session, now, most))
                                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> settleSome(Mutiny.Session session, Situation now, int most) {
        return files.stale(session, now.today(), most)
                .call(stale -> settle(session, stale, now))
                .map(List::size);
    }

    /** Settles cases that are locked. */
    Uni<Void> settle(Mutiny.Session session, List<CaseFile> cases, Situation now) {
        if (cases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return consents.of(session, cases.stream().map(file -> file.id).toList())
                .map(
                        known ->
                                cases.stream()
                                        .flatMap(
                                                file ->
                                                        file
                                                                .settle(
                                                                        known.getOrDefault(
                                                                                file.id, List.of()),
                                                                        now)
                                                                .stream())
                                        .toList())
                .chain(facts -> tell(session, facts));
    }

    /** Writes facts beside the state that they tell of. */
    Uni<Void> tell(Mutiny.Session session, List<FollowUpFact> facts) {
        return outbox.add(
                session, facts.stream().map(fact -> Outgoing.of(fact, fact.occurredAt())).toList());
    }
}
