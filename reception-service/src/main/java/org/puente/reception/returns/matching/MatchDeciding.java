package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.Likeness;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.matching.Decisions.Said;
import org.puente.reception.returns.matching.PossibleMatches.Waiting;

/** The matches of a case, and what a desk decides about them. */
@ApplicationScoped
class MatchDeciding {
    private final Returns returns;
    private final PersonMatching matching;
    private final Decisions decisions;
    private final PersonLinking linking;
    private final PossibleMatches possible;
    private final Checks checks;

    MatchDeciding(
            Returns returns,
            PersonMatching matching,
            Decisions decisions,
            PersonLinking linking,
            PossibleMatches possible,
            Checks checks) {
        this.returns = returns;
        this.matching = matching;
        this.decisions = decisions;
        this.linking = linking;
        this.possible = possible;
        this.checks = checks;
    }

    /**
     * Where one return may have been registered twice first; then those that were decided, then the others, the most
     * likely first, then those that other institutions say to be the same; then who waits for a decision and is not
     * found any more.
     */
    Uni<List<Match>> matches(Mutiny.Session session, ReturnCase returnCase) {
        return decisions
                .about(session, returnCase)
                .chain(said -> compared(session, returnCase, said)
                        .chain(likenesses -> found(session, returnCase)
                                .map(found -> all(returnCase, said, open(returnCase, found, said), likenesses))))
                .chain(all -> waiting(session, returnCase).map(waiting -> with(waiting, all)));
    }

    private static List<Match> with(List<Match> waiting, List<Match> all) {
        Stream<Match> twins = waiting.stream().filter(Match::ofOnePerson);
        Stream<Match> rest = waiting.stream().filter(one -> !one.ofOnePerson() && !isShown(one, all));
        return Stream.of(twins, all.stream(), rest).flatMap(one -> one).toList();
    }

    /**
     * Whether a pair is listed already, or another that waits for a decision about the same person. A pair of a person
     * about whom something was decided is not: people who were joined since have more than one pair.
     */
    private static boolean isShown(Match waiting, List<Match> all) {
        return all.stream()
                .anyMatch(one -> one.id().equals(waiting.id())
                        || one.decision() == Decision.UNDECIDED && one.person().equals(waiting.person()));
    }

    /** The stored pairs of the case. */
    private Uni<List<Match>> waiting(Mutiny.Session session, ReturnCase returnCase) {
        return possible.of(session, returnCase)
                .chain(waiting -> matching.compare(
                                session,
                                returnCase.registrant().features(),
                                waiting.stream().map(Waiting::caseId).toList())
                        .map(likenesses -> waiting.stream()
                                .map(one -> match(returnCase, one, likenesses.get(one.caseId())))
                                .toList()));
    }

    private Match match(ReturnCase returnCase, Waiting waiting, Likeness likeness) {
        return new Match(
                matching.pair(returnCase.id(), waiting.caseId()),
                returnCase.id(),
                waiting.caseId(),
                waiting.person(),
                waiting.institution().equals(returnCase.owner()),
                waiting.recognised().equals(returnCase.recognisedPerson()),
                likeness == null ? null : likeness.level().orElse(null),
                likeness == null ? List.of() : likeness.reasons(),
                Decision.UNDECIDED,
                null,
                waiting.person().equals(returnCase.person()));
    }

    private List<Match> all(
            ReturnCase returnCase, List<Said> said, List<Match> found, Map<CaseId, Likeness> likenesses) {
        Set<PersonId> shown = found.stream().map(Match::person).collect(Collectors.toSet());
        List<Match> all = new ArrayList<>();
        said.stream().filter(one -> !one.isByOthers()).forEach(one -> all.add(match(returnCase, one, likenesses)));
        all.addAll(found);
        said.stream()
                .filter(one -> one.isByOthers() && !shown.contains(one.person()))
                .forEach(one -> all.add(match(returnCase, one, likenesses)));
        return all;
    }

    /**
     * Records what the desk decides; what it decided before does not count any more.
     *
     * @throws ProblemException not found if the return, or the match, is not the institution's; a rule is broken if it
     *     has said of too many who belong together that they are the same; unavailable if somebody else decides now
     */
    Uni<Match> decide(Mutiny.Session session, UUID caseId, InstitutionId institution, UUID matchId, Decision decision) {
        session.clear();
        return decisions
                .oneAtATimeInSeconds(session)
                .invoke(alone -> {
                    if (!alone) {
                        throw DecisionTurn.taken();
                    }
                })
                .chain(() -> returns.toChange(session, caseId, institution))
                .chain(returnCase -> matches(session, returnCase)
                        .map(all -> only(all, matchId))
                        .call(match -> returns.lock(session, match.other()))
                        .chain(match -> match.decision() == decision
                                ? Uni.createFrom().item(match)
                                : record(session, returnCase, match, decision)));
    }

    private static Match only(List<Match> all, UUID matchId) {
        return all.stream()
                .filter(match -> match.id().equals(matchId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private Uni<Match> record(Mutiny.Session session, ReturnCase returnCase, Match match, Decision decision) {
        Instant at = checks.now();
        UUID own = match.caseId().value();
        UUID other = match.other().value();
        Set<UUID> people = new HashSet<>(
                List.of(returnCase.person().value(), match.person().value()));
        return (decision == Decision.SAME
                        ? linking.mustHaveRoom(session, people, returnCase.owner())
                        : Uni.createFrom().voidItem())
                .chain(() -> decisions.record(session, own, other, decision, at))
                .chain(() -> match.own()
                        ? decisions.record(session, other, own, decision, at)
                        : Uni.createFrom().voidItem())
                .chain(() -> linking.follow(session, people))
                .chain(() -> possible.decided(session, own, other, returnCase.owner(), decision))
                .chain(() -> decisions.areJoined(session, own, other))
                .map(joined -> match.decided(decision, at, joined));
    }

    private Uni<List<Candidate>> found(Mutiny.Session session, ReturnCase returnCase) {
        return matching.find(session, returnCase.registrant(), returnCase.owner());
    }

    private Uni<Map<CaseId, Likeness>> compared(Mutiny.Session session, ReturnCase returnCase, List<Said> said) {
        return matching.compare(
                session,
                returnCase.registrant().features(),
                said.stream().map(one -> new CaseId(one.other())).toList());
    }

    private Match match(ReturnCase returnCase, Said said, Map<CaseId, Likeness> likenesses) {
        CaseId other = new CaseId(said.other());
        Likeness likeness = likenesses.get(other);
        return new Match(
                matching.pair(new CaseId(said.caseId()), other),
                new CaseId(said.caseId()),
                other,
                said.person(),
                said.institution().equals(returnCase.owner()),
                said.recognised().equals(returnCase.recognisedPerson()),
                likeness == null ? null : likeness.level().orElse(null),
                likeness == null ? List.of() : likeness.reasons(),
                said.decision(),
                said.at(),
                said.joined());
    }

    /** Those about whose person nothing was decided; of other institutions the probable ones alone. */
    private static List<Match> open(ReturnCase returnCase, List<Candidate> found, List<Said> said) {
        Set<PersonId> decided =
                said.stream().filter(one -> !one.isByOthers()).map(Said::person).collect(Collectors.toSet());
        return found.stream()
                .filter(candidate -> !decided.contains(candidate.person()))
                .filter(candidate -> candidate.isShownTo(returnCase.owner()))
                .map(candidate -> new Match(
                        candidate.match(),
                        returnCase.id(),
                        candidate.caseId(),
                        candidate.person(),
                        candidate.institution().equals(returnCase.owner()),
                        false,
                        candidate.level(),
                        candidate.reasons(),
                        Decision.UNDECIDED,
                        null,
                        false))
                .toList();
    }
}
