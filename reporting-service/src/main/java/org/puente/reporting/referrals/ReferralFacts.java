package org.puente.reporting.referrals;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.contracts.CaseId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;

/**
 * All that is known of a referral: the set of its facts, whatever the order in which they came and
 * however often.
 *
 * @param ends the two nodes between which it was said, which no third can speak for
 * @param issue null until it is known
 * @param counter what the other of the two nodes has issued under the same id; null, unless one
 *     takes up an id that the other gave out: neither takes over the other's
 * @param said all steps but the issues, by who said them and the id of their facts
 */
record ReferralFacts(
        ReferralId referralId, String ends, CaseId caseId, Issue issue, Issue counter, List<ReferralFactFrom> said) {
    /** Of one node: an appointment may be moved many times, but not for ever. */
    private static final int MAX = 500;

    ReferralFacts {
        said = bounded(said);
    }

    /** Of each node the first by their keys, so that the order of their coming changes nothing. */
    private static List<ReferralFactFrom> bounded(List<ReferralFactFrom> said) {
        Map<NodeId, Integer> counts = new HashMap<>();
        return said.stream()
                .sorted(Comparator.comparing(ReferralFactFrom::key))
                .filter(one -> counts.merge(one.speaker().node(), 1, Integer::sum) <= MAX)
                .toList();
    }

    record Key(UUID id, String ends) {}

    static ReferralFacts of(Received received, ReferralFact fact) {
        Issue issue = fact instanceof ReferralFact.Issued issued && issued.mayBeSaidOn(received.topic())
                ? new Issue(received.envelope().id(), issued)
                : null;
        return new ReferralFacts(
                fact.referralId(),
                ends(received.topic()),
                fact.caseId(),
                issue,
                null,
                fact instanceof ReferralFact.Issued
                        ? List.of()
                        : List.of(ReferralFactFrom.of(received.envelope(), fact)));
    }

    private static String ends(Topic topic) {
        return Stream.of(topic.node(), topic.to()).map(NodeId::value).sorted().collect(Collectors.joining(" "));
    }

    Key key() {
        return new Key(referralId.value(), ends);
    }

    ReferralFacts merge(ReferralFacts other) {
        TreeMap<String, ReferralFactFrom> all = new TreeMap<>();
        said.forEach(step -> all.put(step.key(), step));
        other.said.forEach(step -> all.put(step.key(), step));
        CaseId lower = caseId.toString().compareTo(other.caseId.toString()) <= 0 ? caseId : other.caseId;
        Iterator<Issue> issues = issues(other).iterator();
        return new ReferralFacts(
                referralId,
                ends,
                lower,
                issues.hasNext() ? issues.next() : null,
                issues.hasNext() ? issues.next() : null,
                List.copyOf(all.values()));
    }

    /** The first that each of the two nodes has issued, in the order of their ids. */
    private Collection<Issue> issues(ReferralFacts other) {
        TreeMap<String, Issue> first = new TreeMap<>();
        Stream.of(issue, counter, other.issue, other.counter)
                .filter(Objects::nonNull)
                .forEach(one -> first.merge(one.issuer().value(), one, Issue::first));
        return first.values();
    }

    /**
     * The history of one that was issued, as the contracts judge it. That somebody missed an
     * appointment which was still to come is believed of nobody, here as at its issuer.
     */
    ReferralHistory history(Issue of) {
        Set<ReferralStep> steps =
                said.stream().flatMap(step -> step.in(of.fact()).stream()).collect(Collectors.toSet());
        ReferralHistory all = new ReferralHistory(of.fact().answerBy(), steps);
        return new ReferralHistory(
                all.answerBy(),
                steps.stream().filter(step -> !all.saysTooEarly(step)).collect(Collectors.toSet()));
    }

    /** The history as the contracts judge it; empty until the issue is known. */
    Optional<ReferralHistory> history() {
        return Optional.ofNullable(issue).map(this::history);
    }
}
