package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.referral.directory.Directory;

/**
 * Checks the parties of a referral that comes in: their nodes are those of its topic, their
 * institutions are of these nodes, and the offer is the recipient's.
 */
@ApplicationScoped
class PartyCheck {
    /** A year, and the days until the next opening of an office that opens once a week. */
    private static final Duration MAX_TO_ANSWER = Duration.ofDays(366 + 8);

    private final Node node;
    private final Directory directory;
    private final Clock clock;

    PartyCheck(Node node, Directory directory, Clock clock) {
        this.node = node;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The known facts of the directory that the referrals of a batch are checked against.
     *
     * @param parties the nodes that joined, and this node's offers as far as they are known here
     * @param latestDeadline the latest deadline that a referral of today can have
     */
    record Known(NodeId own, Directory.Parties parties, Instant latestDeadline) {

        /**
         * An offer that is not known here yet is no reason to refuse: the issuer's node may have
         * received it first. A referral of this node was checked when it was issued.
         *
         * @throws FactRefused where a party or the offer is not what the referral names, or the
         *     deadline is too far
         */
        void check(Topic topic, ReferralFact.Issued issued) {
            if (!issued.belongsOn(topic)) {
                throw new FactRefused("foreign-party", "the parties are not those of the topic");
            }
            if (topic.node().equals(own)) {
                return;
            }
            if (!issued.from().node().owns(issued.from().institution(), parties.joined())) {
                throw new FactRefused("foreign-party", "the issuer is not of the node named");
            }
            if (issued.answerBy().isAfter(latestDeadline)) {
                throw new FactRefused("deadline-too-far", "no offer has so long to answer");
            }
            InstitutionId of = parties.offers().get(issued.offerId());
            if (of != null && !of.equals(issued.to().institution())) {
                throw new FactRefused("foreign-offer", "the offer is not the recipient's");
            }
        }
    }

    /** Reads nothing where no other node's referral is in the batch. */
    Uni<Known> known(Mutiny.Session session, List<Received> batch) {
        Set<OfferId> offers = batch.stream()
                .filter(received -> !received.topic().node().equals(node.id()))
                .flatMap(received -> received.fact().stream())
                .filter(ReferralFact.Issued.class::isInstance)
                .map(fact -> ((ReferralFact.Issued) fact).offerId())
                .collect(Collectors.toSet());
        return (offers.isEmpty()
                        ? Uni.createFrom().item(Directory.Parties.NONE)
                        : directory.parties(session, node.id(), offers))
                .map(parties -> new Known(node.id(), parties, clock.instant().plus(MAX_TO_ANSWER)));
    }
}
