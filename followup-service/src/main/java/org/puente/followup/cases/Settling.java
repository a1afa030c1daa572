package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.followup.directory.Directory;
import org.puente.followup.dossiers.Permission;
import org.puente.followup.dossiers.VisitDossiers;
import org.puente.platform.Node;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;

/** Brings cases to the state that follows from the known facts. */
@ApplicationScoped
class Settling {
    private final Directory directory;
    private final CaseFiles files;
    private final FollowUps followUps;
    private final Consents consents;
    private final VisitDossiers dossiers;
    private final Outbox outbox;
    private final Policy policy;
    private final KeyedIds ids;
    private final Node node;
    private final Clock clock;

    Settling(
            Directory directory,
            CaseFiles files,
            FollowUps followUps,
            Consents consents,
            VisitDossiers dossiers,
            Outbox outbox,
            Policy policy,
            KeyedIds ids,
            Node node,
            Clock clock) {
        this.directory = directory;
        this.files = files;
        this.followUps = followUps;
        this.consents = consents;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.policy = policy;
        this.ids = ids;
        this.node = node;
        this.clock = clock;
    }

    /**
     * The present situation; the directory is locked until the session's transaction ends. Call it
     * before a case is locked: a change of the directory locks in the same order.
     *
     * @return empty while the node's calendar isn't known
     */
    Uni<Optional<Situation>> situation(Mutiny.Session session) {
        return directory
                .hold(session)
                .map(extract -> extract.zone()
                        .map(zone -> new Situation(node.id(), extract.offices(), zone, policy, ids, clock.instant())));
    }

    /**
     * Settles some of the stale cases.
     *
     * @return how many were settled
     */
    Uni<Integer> settleSome(Mutiny.Session session, int max) {
        return situation(session)
                .chain(found -> found.map(situation -> settleSome(session, situation, max))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> settleSome(Mutiny.Session session, Situation situation, int max) {
        return files.stale(session, situation.today(), max)
                .call(stale -> settle(session, stale, situation))
                .map(List::size);
    }

    /** Settles cases that are locked. */
    Uni<Void> settle(Mutiny.Session session, List<CaseFile> cases, Situation situation) {
        if (cases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return consents.of(session, cases.stream().map(file -> file.id).toList())
                .chain(known -> store(session, cases, settled(cases, known, situation))
                        .chain(() -> keepPermitted(session, cases, known, situation)));
    }

    private static List<FollowUpFact> settled(
            List<CaseFile> cases, Map<UUID, List<Consent>> known, Situation situation) {
        return cases.stream()
                .flatMap(file -> file.settle(known.getOrDefault(file.id, List.of()), situation).stream())
                .toList();
    }

    private Uni<Void> keepPermitted(
            Mutiny.Session session, List<CaseFile> cases, Map<UUID, List<Consent>> known, Situation situation) {
        List<Permission> permissions = cases.stream()
                .map(file -> file.permission(known.getOrDefault(file.id, List.of()), situation.today()))
                .toList();
        return dossiers.keepOnly(session, permissions, situation.today());
    }

    /**
     * The case of a follow-up, locked and settled.
     *
     * @throws ProblemException not found if there is no such follow-up
     */
    Uni<CaseFile> caseOf(Mutiny.Session session, UUID followUp) {
        return situation(session)
                .chain(found -> followUps
                        .caseOf(session, followUp)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .chain(id -> files.locked(session, id))
                        .call(file -> settle(session, file, found)));
    }

    private Uni<Void> settle(Mutiny.Session session, CaseFile file, Optional<Situation> found) {
        return found.filter(situation -> file.stale(situation.today()))
                .map(situation -> settle(session, List.of(file), situation))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /**
     * Whether the institution of a follow-up may read the dossier: the follow-up is open, and a
     * consent covers the institution today.
     *
     * @param file locked and settled
     */
    Uni<Boolean> mayVisit(Mutiny.Session session, CaseFile file, FollowUp followUp) {
        return situation(session)
                .chain(found -> consents.of(session, List.of(file.id))
                        .map(known -> known.getOrDefault(file.id, List.of()))
                        .map(known -> found.map(situation -> followUp.mayBeVisited(new KnownConsents(known), situation))
                                .orElse(false)));
    }

    /** Records a visit for a follow-up of a case that is locked and settled. */
    Uni<Void> visited(Mutiny.Session session, CaseFile file, FollowUp followUp, Visit visit) {
        return store(session, List.of(file), file.visited(followUp, visit));
    }

    private Uni<Void> store(Mutiny.Session session, List<CaseFile> changed, List<FollowUpFact> facts) {
        return files.save(session, changed).chain(() -> publish(session, facts));
    }

    /** Writes facts in the transaction of the state that they publish. */
    Uni<Void> publish(Mutiny.Session session, List<FollowUpFact> facts) {
        return outbox.add(
                session,
                facts.stream().map(fact -> Outgoing.of(fact, fact.occurredAt())).toList());
    }
}
