package org.puente.reception.status;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.Envelope;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;

/** The stored part of a fact about a case: only what the person's status needs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StoredCaseFact.Issue.class, name = "issue"),
    @JsonSubTypes.Type(value = StoredCaseFact.Step.class, name = "step"),
    @JsonSubTypes.Type(value = StoredCaseFact.Queued.class, name = "queued"),
    @JsonSubTypes.Type(value = StoredCaseFact.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = StoredCaseFact.Over.class, name = "over"),
    @JsonSubTypes.Type(value = StoredCaseFact.Closed.class, name = "closed")
})
sealed interface StoredCaseFact {

    /** The own node refers the person. */
    record Issue(ReferralFact.Issued fact) implements StoredCaseFact {}

    /**
     * A step of a referral. Whether its publisher may take the step is known only when the issue
     * has arrived.
     *
     * @param id of the fact
     */
    record Step(ReferralId referralId, UUID id, ReferralStatus type, Party speaker, Instant at, String detail)
            implements StoredCaseFact {}

    /** The person's position in a waiting list, 1 for the next; the latest note counts. */
    record Queued(ReferralId referralId, NodeId speaker, Instant at, int position) implements StoredCaseFact {}

    /** A follow-up is planned; the latest plan counts. */
    record Planned(FollowUpId followUpId, Instant at, LocalDate dueOn) implements StoredCaseFact {}

    /** A follow-up was done, or missed for good. */
    record Over(FollowUpId followUpId) implements StoredCaseFact {}

    /** The case was closed: follow-ups that were planned until then don't take place. */
    record Closed(Instant at) implements StoredCaseFact {}

    /**
     * @param own the node whose cases these are
     * @return empty if nothing of the fact is needed
     * @throws FactRefused if a referral is not issued between the nodes of its topic
     */
    static Optional<StoredCaseFact> of(Received received, NodeId own) {
        return switch (received.fact().orElse(null)) {
            case ReferralFact.Issued issued -> issue(received.topic(), issued, own);
            case ReferralFact fact -> Optional.of(step(received.envelope(), fact));
            case ReferralNote.Queued note ->
                Optional.of(new Queued(note.referralId(), received.topic().node(), note.occurredAt(), note.position()));
            case FollowUpFact fact -> followUp(fact);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<StoredCaseFact> followUp(FollowUpFact fact) {
        return switch (fact) {
            case FollowUpFact.Planned planned ->
                Optional.of(new Planned(planned.followUpId(), planned.occurredAt(), planned.dueOn()));
            case FollowUpFact.Completed completed -> Optional.of(new Over(completed.followUpId()));
            case FollowUpFact.Missed missed -> Optional.of(new Over(missed.followUpId()));
            case FollowUpFact.CaseClosed closed -> Optional.of(new Closed(closed.occurredAt()));
            case FollowUpFact.Due due -> Optional.empty();
        };
    }

    /** Only a case's own node refers it, so an issue from another node is about a case of that node. */
    private static Optional<StoredCaseFact> issue(Topic topic, ReferralFact.Issued issued, NodeId own) {
        if (!issued.belongsOn(topic)) {
            throw new FactRefused("foreign-party", "the parties are not those of the topic");
        }
        return topic.node().equals(own) ? Optional.of(new Issue(issued)) : Optional.empty();
    }

    private static StoredCaseFact step(Envelope envelope, ReferralFact fact) {
        return new Step(
                fact.referralId(),
                envelope.id(),
                fact.step(),
                new Party(envelope.source().node(), fact.institution()),
                fact.occurredAt(),
                ReferralStep.detail(fact));
    }
}
