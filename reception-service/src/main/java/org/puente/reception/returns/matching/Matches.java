package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.identity.Registrant;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.Returns;

/** What the node knows of a return that is written, with the people who may be the same. */
@ApplicationScoped
public class Matches {
    private final Returns returns;
    private final PersonMatching matching;

    Matches(Returns returns, PersonMatching matching) {
        this.returns = returns;
        this.matching = matching;
    }

    /**
     * As {@link Returns#known}, and stores the person for matching.
     *
     * @param registration as it will be stored
     */
    public Uni<ReturnContext> known(Mutiny.Session session, ReturnCase returnCase, Registration registration) {
        return returns.known(session, returnCase)
                .invoke(known -> returnCase.matched())
                .chain(known -> matching.recordAndFind(
                                session, List.of(returnCase.registrant(registration)), returnCase.owner())
                        .map(found -> known.with(found.getOrDefault(returnCase.id(), List.of()))));
    }

    /**
     * As {@link #known}, for many returns that are stored.
     *
     * @param person of a return whose links are known
     * @return by the ids of the returns
     */
    public Uni<Map<UUID, ReturnContext>> knownOfAll(
            Mutiny.Session session,
            List<ReturnCase> cases,
            Function<ReturnCase, Registrant> person,
            InstitutionId institution) {
        return returns.knownOfAll(session, cases)
                .chain(known -> matching.recordAndFind(
                                session, cases.stream().map(person).toList(), institution)
                        .map(found -> known.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        one -> one.getValue()
                                                .with(found.getOrDefault(new CaseId(one.getKey()), List.of()))))));
    }
}
