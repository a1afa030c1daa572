package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.platform.Json;

/** A fact that waits for its referral. */
@Entity
@Table(name = "early_fact")
class EarlyFact {
    @Id UUID id;

    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "source_node")
    String sourceNode;

    String type;
    String fact;
    Instant at;

    NodeId sourceNode() {
        return new NodeId(sourceNode);
    }

    ReferralFact fact() {
        return (ReferralFact) Json.read(fact, FactType.of(type).orElseThrow().fact());
    }
}
