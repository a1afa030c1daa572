package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.ReturnContexts;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.matching.JoinedCases.Group;

/** Brings the cases of people in line with the decisions that stand, and publishes those whose person has changed. */
@ApplicationScoped
class PersonLinking {
    private final JoinedCases joined;
    private final ReturnContexts contexts;
    private final Checks checks;
    private final Outbox outbox;

    PersonLinking(JoinedCases joined, ReturnContexts contexts, Checks checks, Outbox outbox) {
        this.joined = joined;
        this.contexts = contexts;
        this.checks = checks;
        this.outbox = outbox;
    }

    /**
     * Looks at the joins of people again, about whom a desk has decided. The caller has taken
     * {@link Decisions#oneAtATime}.
     *
     * @param people as they are published
     */
    Uni<Void> follow(Mutiny.Session session, Set<UUID> people) {
        return follow(session, people, ReturnCase::changed);
    }

    /**
     * Refuses that an institution says of one more pair of these people that they are the same, where its word would
     * not count any more.
     *
     * @param people as they are published
     * @throws ProblemException a rule is broken
     */
    Uni<Void> mustHaveRoom(Mutiny.Session session, Set<UUID> people, InstitutionId institution) {
        return joined.of(session, people)
                .invoke(group -> {
                    if (group.links().isFull(institution.value())) {
                        throw ProblemException.ruleBroken("match-too-many-together", PersonLinks.MAX_PAIRS);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * As {@link #follow}, where no desk has decided, but something else has changed, e.g. a case was erased. Nobody's
     * return is kept longer because of it.
     */
    Uni<Void> followByRule(Mutiny.Session session, Set<UUID> people) {
        return follow(session, people, (returnCase, at) -> returnCase.changedByRule());
    }

    private Uni<Void> follow(Mutiny.Session session, Set<UUID> people, BiConsumer<ReturnCase, Instant> change) {
        return session.flush()
                .chain(() -> joined.take(session, people))
                .chain(() -> joined.of(session, people))
                .chain(group -> changed(session, group, change));
    }

    private Uni<Void> changed(Mutiny.Session session, Group group, BiConsumer<ReturnCase, Instant> change) {
        Map<UUID, UUID> published = group.changed();
        return published.isEmpty()
                ? Uni.createFrom().voidItem()
                : locked(session, published.keySet())
                        .chain(cases -> link(session, cases, published, change))
                        // Who is registered in this moment may not have seen the change.
                        .chain(() -> joined.lookAgain(session, group.people()));
    }

    /** They are read anew: what was read before was not locked. */
    private static Uni<List<ReturnCase>> locked(Mutiny.Session session, Collection<UUID> cases) {
        session.clear();
        return Returns.lockAll(session, cases);
    }

    private Uni<Void> link(
            Mutiny.Session session,
            List<ReturnCase> cases,
            Map<UUID, UUID> published,
            BiConsumer<ReturnCase, Instant> change) {
        Instant at = checks.now();
        cases.forEach(returnCase -> {
            returnCase.link(new PersonId(published.get(returnCase.id().value())));
            change.accept(returnCase, at);
        });
        return session.flush()
                .chain(() -> contexts.ofAll(session, cases))
                .chain(known -> outbox.add(session, facts(cases, known, at)));
    }

    private static List<Outgoing> facts(List<ReturnCase> cases, Map<UUID, ReturnContext> known, Instant at) {
        return cases.stream()
                .map(one -> Facts.amended(
                        one, one.registration(), known.get(one.id().value()), at))
                .map(fact -> Outgoing.of(fact, at))
                .toList();
    }
}
