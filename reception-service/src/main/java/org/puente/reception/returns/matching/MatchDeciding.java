package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.Likeness;
import org.puente.reception.identity.MatchLevel;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.ReturnCase;

/** The matches of a case, and what a desk decides about them. */
@ApplicationScoped
class MatchDeciding {
    private final PersonMatching matching;
    private final Decisions decisions;
    private final PersonLinking linking;
    private final Checks checks;

    MatchDeciding(PersonMatching matching, Decisions decisions, PersonLinking linking, Checks checks) {
        this.matching = matching;
        this.decisions = decisions;
        this.linking = linking;
        this.checks = checks;
    }

    /** Those that were decided first, then the others, the most likely first. */
    Uni<List<Match>> matches(Mutiny.Session session, ReturnCase returnCase) {
        return decisions
                .about(session, returnCase)
                .chain(said -> compared(session, returnCase, said)
                        .chain(likenesses -> found(session, returnCase).map(found -> {
                            List<Match> all = new ArrayList<>();
                            said.forEach(one -> all.add(decided(returnCase, one, likenesses)));
                            all.addAll(open(returnCase, found, said));
                            return all;
                        })));
    }

    /** Records what the desk decides; what it decided before does not count any more. */
    Uni<Match> decide(Mutiny.Session session, ReturnCase returnCase, UUID matchId, Decision decision) {
        return decisions
                .oneAtATime(session)
                .chain(() -> matches(session, returnCase))
                .map(all -> all.stream()
                        .filter(match -> match.id().equals(matchId))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound))
                .chain(match -> match.decision() == decision
                        ? Uni.createFrom().item(match)
                        : record(session, returnCase, match, decision));
    }

    private Uni<Match> record(Mutiny.Session session, ReturnCase returnCase, Match match, Decision decision) {
        Instant at = checks.now();
        UUID own = match.caseId().value();
        UUID other = match.other().value();
        return decisions
                .record(session, own, other, decision, at)
                .chain(() -> match.own()
                        ? decisions.record(session, other, own, decision, at)
                        : Uni.createFrom().voidItem())
                .chain(() -> linking.follow(session, own, other))
                .chain(() -> decisions.about(session, returnCase))
                .map(said -> match.decided(decision, at, isLinked(said, match)));
    }

    private static boolean isLinked(List<Decisions.Said> said, Match match) {
        return said.stream()
                .filter(one -> one.other().equals(match.other().value()))
                .anyMatch(Decisions.Said::linked);
    }

    private Uni<List<Candidate>> found(Mutiny.Session session, ReturnCase returnCase) {
        return matching.recordAndFind(session, List.of(returnCase.registrant()), returnCase.owner())
                .map(found -> found.getOrDefault(returnCase.id(), List.of()));
    }

    private Uni<Map<CaseId, Likeness>> compared(
            Mutiny.Session session, ReturnCase returnCase, List<Decisions.Said> said) {
        return matching.compare(
                session,
                returnCase.registrant().features(),
                said.stream().map(one -> new CaseId(one.other())).toList());
    }

    private Match decided(ReturnCase returnCase, Decisions.Said said, Map<CaseId, Likeness> likenesses) {
        CaseId other = new CaseId(said.other());
        Likeness likeness = likenesses.get(other);
        return new Match(
                matching.pair(new CaseId(said.caseId()), other),
                new CaseId(said.caseId()),
                other,
                said.institution().equals(returnCase.owner()),
                likeness == null ? null : likeness.level().orElse(null),
                likeness == null ? List.of() : likeness.reasons(),
                said.decision(),
                said.at(),
                said.linked());
    }

    /** Those about whose person nothing was decided; of other institutions the probable ones alone. */
    private static List<Match> open(ReturnCase returnCase, List<Candidate> found, List<Decisions.Said> said) {
        Set<PersonId> decided = said.stream().map(Decisions.Said::person).collect(Collectors.toSet());
        return found.stream()
                .filter(candidate -> !decided.contains(candidate.person()))
                .filter(candidate ->
                        candidate.institution().equals(returnCase.owner()) || candidate.level() == MatchLevel.PROBABLE)
                .map(candidate -> new Match(
                        candidate.match(),
                        returnCase.id(),
                        candidate.caseId(),
                        candidate.institution().equals(returnCase.owner()),
                        candidate.level(),
                        candidate.reasons(),
                        Decision.UNDECIDED,
                        null,
                        false))
                .toList();
    }
}
