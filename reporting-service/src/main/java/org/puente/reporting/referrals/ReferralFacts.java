package org.puente.reporting.referrals;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * The known facts of a referral: a set, so that their order and their repetition change nothing.
 *
 * @param ends the ids of the two nodes of its topic, in order; no third node can add to it
 * @param issue null until it is known
 * @param otherIssue the issue of the other of the two nodes under the same id, where both have issued
 *     one: neither replaces the other; else null
 * @param steps all steps but the issues, in the order of the ids of their facts and of their nodes
 */
record ReferralFacts(
        ReferralId referralId,
        String ends,
        CaseId caseId,
        Issue issue,
        @JsonProperty("counter") Issue otherIssue,
        @JsonProperty("said") List<PublishedStep> steps) {
    /** The most steps of one node: an appointment may be moved many times, but not for ever. */
    private static final int MAX = 500;

    ReferralFacts {
        steps = bounded(steps);
    }

    /**
     * Keeps the first steps of each node by their keys, so that the order in which they come
     * changes nothing.
     */
    private static List<PublishedStep> bounded(List<PublishedStep> steps) {
        Map<NodeId, Integer> counts = new HashMap<>();
        return steps.stream()
                .sorted(Comparator.comparing(PublishedStep::key))
                .filter(one -> counts.merge(one.speaker().node(), 1, Integer::sum) <= MAX)
                .toList();
    }

    record Key(UUID id, String ends) {}

    static ReferralFacts of(Received received, ReferralFact fact) {
        Issue issue = fact instanceof ReferralFact.Issued issued && issued.belongsOn(received.topic())
                ? new Issue(received.envelope().id(), issued)
                : null;
        return new ReferralFacts(
                fact.referralId(),
                ends(received.topic()),
                fact.caseId(),
                issue,
                null,
                fact instanceof ReferralFact.Issued ? List.of() : List.of(PublishedStep.of(received.envelope(), fact)));
    }

    private static String ends(Topic topic) {
        return Stream.of(topic.node(), topic.to()).map(NodeId::value).sorted().collect(Collectors.joining(" "));
    }

    Key key() {
        return new Key(referralId.value(), ends);
    }

    ReferralFacts merge(ReferralFacts other) {
        TreeMap<String, PublishedStep> all = new TreeMap<>();
        steps.forEach(step -> all.put(step.key(), step));
        other.steps.forEach(step -> all.put(step.key(), step));
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

    /** The earliest issue of each of the two nodes, in the order of the ids of the nodes. */
    private Collection<Issue> issues(ReferralFacts other) {
        TreeMap<String, Issue> first = new TreeMap<>();
        Stream.of(issue, otherIssue, other.issue, other.otherIssue)
                .filter(Objects::nonNull)
                .forEach(one -> first.merge(one.issuer().value(), one, Issue::first));
        return first.values();
    }

    /**
     * The history of an issued referral, as the contracts judge it. A step that reports a missed
     * appointment before its time does not count, here as at the issuer.
     */
    ReferralHistory history(Issue of) {
        Set<ReferralStep> taken =
                steps.stream().flatMap(step -> step.in(of.fact()).stream()).collect(Collectors.toSet());
        ReferralHistory all = new ReferralHistory(of.fact().answerBy(), taken);
        return new ReferralHistory(
                all.answerBy(),
                taken.stream().filter(step -> !all.isTooEarly(step)).collect(Collectors.toSet()));
    }

    /** The history as the contracts judge it; empty until the issue is known. */
    Optional<ReferralHistory> history() {
        return Optional.ofNullable(issue).map(this::history);
    }
}
