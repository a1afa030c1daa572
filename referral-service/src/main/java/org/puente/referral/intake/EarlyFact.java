package org.puente.referral.intake;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/**
 * A fact that waits for its referral.
 *
 * @param to the node that it was published to; null where that is not known any more
 */
record EarlyFact(UUID id, ReferralId referralId, NodeId sourceNode, NodeId to, String type, String json, Instant at) {

    static EarlyFact of(Received received, ReferralFact fact) {
        return new EarlyFact(
                received.envelope().id(),
                fact.referralId(),
                received.topic().node(),
                received.topic().to(),
                FactType.of(fact).type(),
                Json.write(fact),
                fact.occurredAt());
    }

    /** Whether this release knows its type; a later one, which runs beside, may have kept it. */
    boolean isKnown() {
        return FactType.of(type).isPresent();
    }

    ReferralFact fact() {
        return (ReferralFact) Json.read(json, FactType.of(type).orElseThrow().fact());
    }

    /** Whether the node of one participant published it to the node of the other. */
    boolean isBetween(Party from, Party to) {
        return isPublishedBy(from, to) || isPublishedBy(to, from);
    }

    private boolean isPublishedBy(Party sender, Party receiver) {
        return sourceNode.equals(sender.node()) && (to == null || to.equals(receiver.node()));
    }
}
