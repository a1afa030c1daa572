package org.puente.reporting.followups;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.inbox.Received;

/**
 * The known facts of a follow-up; their order and their repetition change nothing. A fact that has
 * not come yet is null.
 */
record FollowUpFacts(
        FollowUpId followUpId,
        NodeId node,
        CaseId caseId,
        IdentifiedFact<FollowUpFact.Planned> planned,
        IdentifiedFact<FollowUpFact.Due> due,
        IdentifiedFact<FollowUpFact.Completed> completed,
        IdentifiedFact<FollowUpFact.Missed> missed) {

    record Key(UUID id, String node) {}

    /** Empty where the fact is about the case, not about a single follow-up. */
    static Optional<FollowUpFacts> of(Received received, FollowUpFact fact) {
        UUID id = received.envelope().id();
        NodeId node = received.envelope().source().node();
        return switch (fact) {
            case FollowUpFact.Planned f ->
                Optional.of(new FollowUpFacts(
                        f.followUpId(), node, f.caseId(), new IdentifiedFact<>(id, f), null, null, null));
            case FollowUpFact.Due f ->
                Optional.of(new FollowUpFacts(
                        f.followUpId(), node, f.caseId(), null, new IdentifiedFact<>(id, f), null, null));
            case FollowUpFact.Completed f ->
                Optional.of(new FollowUpFacts(
                        f.followUpId(), node, f.caseId(), null, null, new IdentifiedFact<>(id, f), null));
            case FollowUpFact.Missed f ->
                Optional.of(new FollowUpFacts(
                        f.followUpId(), node, f.caseId(), null, null, null, new IdentifiedFact<>(id, f)));
            case FollowUpFact.CaseClosed f -> Optional.empty();
        };
    }

    Key key() {
        return new Key(followUpId.value(), node.value());
    }

    FollowUpFacts merge(FollowUpFacts other) {
        CaseId lower = caseId.toString().compareTo(other.caseId.toString()) <= 0 ? caseId : other.caseId;
        return new FollowUpFacts(
                followUpId,
                node,
                lower,
                IdentifiedFact.later(planned, other.planned),
                IdentifiedFact.later(due, other.due),
                IdentifiedFact.later(completed, other.completed),
                IdentifiedFact.later(missed, other.missed));
    }

    /** A completed follow-up stays completed, also where it was missed as well. */
    Status status() {
        if (completed != null) {
            return Status.COMPLETED;
        }
        if (missed != null) {
            return Status.MISSED;
        }
        return due != null ? Status.DUE : Status.PLANNED;
    }

    /**
     * @return since when the follow-up is planned or due as it is now; null where neither is known
     */
    Instant openSince() {
        return Stream.of(planned, due)
                .filter(Objects::nonNull)
                .map(IdentifiedFact::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The institution that published the fact that the status comes from. */
    InstitutionId institution() {
        IdentifiedFact<? extends FollowUpFact> standing = switch (status()) {
            case COMPLETED -> completed;
            case MISSED -> missed;
            case DUE -> due;
            case PLANNED -> planned;
        };
        return standing.fact().institution();
    }
}
