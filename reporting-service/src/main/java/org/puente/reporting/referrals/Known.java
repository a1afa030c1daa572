package org.puente.reporting.referrals;

import java.util.Comparator;
import java.util.List;
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
 * @param said all steps but the issue, by the id of their facts
 */
record Known(ReferralId referralId, String ends, CaseId caseId, Issue issue, List<Said> said) {
    Known {
        said = said.stream().sorted(Comparator.comparing(s -> s.factId().toString())).toList();
    }

    record Key(UUID id, String ends) {}

    static Known of(Received received, ReferralFact fact) {
        Issue issue =
                fact instanceof ReferralFact.Issued issued && isBetween(received.topic(), issued)
                        ? new Issue(received.envelope().id(), issued)
                        : null;
        return new Known(
                fact.referralId(),
                ends(received.topic()),
                fact.caseId(),
                issue,
                fact instanceof ReferralFact.Issued
                        ? List.of()
                        : List.of(Said.of(received.envelope(), fact)));
    }

    /** An issue counts only if it was said by the node that issues to the node that receives. */
    private static boolean isBetween(Topic topic, ReferralFact.Issued issued) {
        return issued.from().node().equals(topic.node()) && issued.to().node().equals(topic.to());
    }

    private static String ends(Topic topic) {
        return Stream.of(topic.node(), topic.to())
                .map(NodeId::value)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    Key key() {
        return new Key(referralId.value(), ends);
    }

    Known merge(Known other) {
        TreeMap<String, Said> all = new TreeMap<>();
        said.forEach(step -> all.put(step.factId().toString(), step));
        other.said.forEach(step -> all.put(step.factId().toString(), step));
        CaseId lower =
                caseId.toString().compareTo(other.caseId.toString()) <= 0 ? caseId : other.caseId;
        return new Known(
                referralId,
                ends,
                lower,
                Issue.first(issue, other.issue),
                List.copyOf(all.values()));
    }

    /** The history as the contracts judge it; empty until the issue is known. */
    Optional<ReferralHistory> history() {
        if (issue == null) {
            return Optional.empty();
        }
        Set<ReferralStep> steps =
                said.stream()
                        .flatMap(step -> step.in(issue.fact()).stream())
                        .collect(Collectors.toSet());
        return Optional.of(new ReferralHistory(issue.fact().answerBy(), steps));
    }
}
