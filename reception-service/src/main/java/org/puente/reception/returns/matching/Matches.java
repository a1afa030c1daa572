package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.FoundMatches;
import org.puente.reception.identity.MatchRecord;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.ReturnContexts;
import org.puente.reception.returns.matching.PossibleMatches.Pair;

/** What the node knows of a return that is written, with the people who may be the same. */
@ApplicationScoped
public class Matches {
    private final ReturnContexts contexts;
    private final PersonMatching matching;
    private final PossibleMatches possible;

    Matches(ReturnContexts contexts, PersonMatching matching, PossibleMatches possible) {
        this.contexts = contexts;
        this.matching = matching;
        this.possible = possible;
    }

    /**
     * As {@link ReturnContexts#of}, of a return that changes, and stores the person for matching.
     *
     * @param registration as it will be stored
     */
    public Uni<ReturnContext> known(Mutiny.Session session, ReturnCase returnCase, Registration registration) {
        returnCase.matched();
        return contexts.of(session, returnCase)
                .chain(known -> matching.recordAndFind(
                                session, List.of(returnCase.registrant(registration)), returnCase.owner())
                        .map(found -> known.with(found.getOrDefault(returnCase.id(), List.of()))))
                .call(known -> noteAnew(session, returnCase, known));
    }

    /** What was found of a case before its change does not count any more. */
    private Uni<Void> noteAnew(Mutiny.Session session, ReturnCase returnCase, ReturnContext known) {
        return possible.remove(session, returnCase.id().value())
                .chain(() -> possible.add(session, pairs(returnCase, known)));
    }

    /**
     * Notes for the desks concerned what was found of returns that are stored.
     *
     * @param known what the node knows of each
     */
    public Uni<Void> note(Mutiny.Session session, Map<ReturnCase, ReturnContext> known) {
        return possible.add(
                session,
                known.entrySet().stream()
                        .flatMap(one -> pairs(one.getKey(), one.getValue()).stream())
                        .toList());
    }

    /** Of another institution's people the probable ones alone: neither side is told of the others. */
    private static List<Pair> pairs(ReturnCase returnCase, ReturnContext known) {
        Stream<Pair> found = known.matches().stream()
                .filter(match -> match.isShownTo(returnCase.owner()))
                .map(match -> Pair.of(returnCase, match.caseId().value(), false));
        Stream<Pair> near = known.near().stream().map(one -> Pair.of(returnCase, one.caseId(), true));
        return Stream.concat(found, near).toList();
    }

    /**
     * What the node knows of many returns.
     *
     * @param contexts by the ids of the returns, without matches
     * @param matches still to be compared
     */
    public record Known(Map<UUID, ReturnContext> contexts, FoundMatches matches) {
        public static final Known NOTHING = new Known(Map.of(), FoundMatches.NONE);
    }

    /** What is stored of a case for matching; can be made on any thread, and before the case is. */
    public Optional<MatchRecord> record(CaseId caseId, Registration registration) {
        return matching.record(caseId, registration.features());
    }

    /**
     * As {@link #known}, for many returns that are stored.
     *
     * @param records of those who can be matched
     */
    public Uni<Known> knownOfAll(
            Mutiny.Session session, List<ReturnCase> cases, List<MatchRecord> records, InstitutionId institution) {
        return contexts.ofAll(session, cases)
                .chain(known -> matching.recordAndFindAll(session, people(cases, records), institution)
                        .map(found -> new Known(known, found)));
    }

    private static Map<MatchRecord, PersonId> people(List<ReturnCase> cases, List<MatchRecord> records) {
        Map<CaseId, PersonId> persons = cases.stream().collect(Collectors.toMap(ReturnCase::id, ReturnCase::person));
        return records.stream().collect(Collectors.toMap(Function.identity(), record -> persons.get(record.caseId())));
    }
}
