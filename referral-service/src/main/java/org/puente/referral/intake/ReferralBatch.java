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
import org.puente.platform.ids.Ids;
import org.puente.referral.referrals.Referral;

/**
 * The referrals that a batch of facts is about, locked until its transaction ends, and the facts
 * that wait for those of them that have not come yet. Several may have one id: only the id and the
 * issuer's node together identify a referral.
 */
final class ReferralBatch {
    private final Map<ReferralId, List<Referral>> known = new HashMap<>();
    private final Set<ReferralId> taken = new HashSet<>();
    private final Map<ReferralId, List<EarlyFact>> waiting = new HashMap<>();

    ReferralBatch(List<Referral> known, List<EarlyFact> waiting) {
        known.forEach(this::add);
        waiting.forEach(this::add);
    }

    /** The referral that a node has issued under an id. */
    Optional<Referral> issuedBy(NodeId node, ReferralId id) {
        return all(id).stream()
                .filter(referral -> referral.from().node().equals(node))
                .findFirst();
    }

    /** The referrals between the two nodes of a topic; there may be one in each direction. */
    List<Referral> between(Topic topic, ReferralId id) {
        Set<NodeId> nodes = Set.copyOf(List.of(topic.node(), topic.to()));
        return all(id).stream()
                .filter(referral -> nodes.equals(
                        Set.copyOf(List.of(referral.from().node(), referral.to().node()))))
                .toList();
    }

    private List<Referral> all(ReferralId id) {
        return known.getOrDefault(id, List.of());
    }

    /** Adds a referral that begins. Where another issuer has used its id, it is kept under a new one. */
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

    /** Takes the facts that the participants published to each other before the referral came, oldest first. */
    List<EarlyFact> waitingFor(ReferralId id, Party from, Party to) {
        List<EarlyFact> all = waiting.computeIfAbsent(id, none -> new ArrayList<>());
        List<EarlyFact> ready =
                all.stream().filter(early -> early.isBetween(from, to)).toList();
        all.removeAll(ready);
        return ready;
    }
}
