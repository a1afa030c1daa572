package org.puente.referral.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Topic;
import org.puente.platform.Ids;
import org.puente.referral.referrals.Referral;

/**
 * The referrals that a batch of facts is about, held until its transaction ends, and the facts that
 * wait for those of them that have not come yet. Several may have one id: only the id and the
 * issuer's node together tell which is meant.
 */
final class ReferralBatch {
    private final Map<ReferralId, List<Referral>> known = new HashMap<>();
    private final Set<ReferralId> taken = new HashSet<>();
    private final Map<ReferralId, List<EarlyFact>> waiting = new HashMap<>();

    ReferralBatch(List<Referral> known, List<EarlyFact> waiting) {
        known.forEach(this::add);
        waiting.forEach(this::add);
    }

    /** The one that a node has issued. */
    Optional<Referral> issuedBy(NodeId node, ReferralId id) {
        return all(id).stream().filter(one -> one.from().node().equals(node)).findFirst();
    }

    /** Those between the two nodes of a topic; in each direction there may be one. */
    List<Referral> between(Topic topic, ReferralId id) {
        Set<NodeId> ends = Set.copyOf(List.of(topic.node(), topic.to()));
        return all(id).stream()
                .filter(one -> ends.equals(
                        Set.copyOf(List.of(one.from().node(), one.to().node()))))
                .toList();
    }

    private List<Referral> all(ReferralId id) {
        return known.getOrDefault(id, List.of());
    }

    /** Adds one that begins: where another issuer has used its id, it is kept under a new one. */
    void begin(Referral referral) {
        if (taken.contains(referral.localId())) {
            referral.keepAs(Ids.next());
        }
        add(referral);
    }

    private void add(Referral referral) {
        known.computeIfAbsent(referral.id(), first -> new ArrayList<>()).add(referral);
        taken.add(referral.localId());
    }

    void add(EarlyFact early) {
        waiting.computeIfAbsent(early.referralId(), first -> new ArrayList<>()).add(early);
    }

    /** Hands over what one end of a referral said to the other before it came, oldest first. */
    List<EarlyFact> waitingFor(ReferralId id, Party from, Party to) {
        List<EarlyFact> all = waiting.computeIfAbsent(id, none -> new ArrayList<>());
        List<EarlyFact> its =
                all.stream().filter(one -> one.isBetween(from, to)).toList();
        all.removeAll(its);
        return its;
    }
}
