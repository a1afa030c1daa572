package org.puente.reporting.referrals;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.puente.contracts.Dimension;
import org.puente.contracts.Level;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.ServiceOutcome;
import org.puente.platform.json.Json;

/**
 * A row of the table of referrals: the known facts, and what follows from them. All but the first
 * four are null until the issue is known.
 *
 * @param appointmentAt null unless scheduled
 * @param answeredAt when the first answer was given; null if there is none
 * @param deliveredOn null unless delivered, as are outcome and service
 */
record ReferralRow(
        UUID referralId,
        String ends,
        UUID caseId,
        @JsonRawValue String known,
        String fromNode,
        String fromInstitution,
        String toNode,
        String toInstitution,
        String offerId,
        Priority priority,
        Dimension dimension,
        String category,
        Instant issuedAt,
        LocalDate issuedOn,
        Instant answerBy,
        ReferralStatus status,
        Instant statusAt,
        Instant appointmentAt,
        Instant answeredAt,
        LocalDate deliveredOn,
        ServiceOutcome outcome,
        Level serviceLevel,
        Dimension serviceDimension,
        String serviceCategory) {

    static ReferralRow of(ReferralFacts known, ZoneId calendar) {
        return known.issue() == null ? notIssued(known) : issued(known, known.ends(), known.issue(), calendar);
    }

    /** The row of the referral that the other node has issued under the same id; empty if it has not. */
    static Optional<ReferralRow> ofOtherIssue(ReferralFacts known, ZoneId calendar) {
        return Optional.ofNullable(known.otherIssue())
                .map(issue -> issued(known, known.ends() + " " + issue.issuer(), issue, calendar));
    }

    private static ReferralRow notIssued(ReferralFacts known) {
        return new ReferralRow(
                known.referralId().value(),
                known.ends(),
                known.caseId().value(),
                Json.write(known),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ReferralRow issued(ReferralFacts known, String ends, Issue issued, ZoneId calendar) {
        ReferralHistory history = known.history(issued);
        ReferralFact.Issued issue = issued.fact();
        Optional<ReferralStep> standing = history.standing();
        Optional<PublishedStep> delivered = standing.flatMap(last -> known.steps().stream()
                .filter(step -> step.factId().equals(last.id()))
                .filter(step -> step.step() == last.type())
                .filter(step -> step.in(issue).isPresent())
                .filter(step -> step.delivery() != null)
                .findFirst());
        Optional<PublishedStep.Delivery> delivery = delivered.map(PublishedStep::delivery);
        return new ReferralRow(
                known.referralId().value(),
                ends,
                issue.caseId().value(),
                Json.write(known),
                issue.from().node().value(),
                issue.from().institution().value(),
                issue.to().node().value(),
                issue.to().institution().value(),
                issue.offerId().value(),
                issue.priority(),
                issue.need().dimension(),
                issue.need().category(),
                issue.occurredAt(),
                LocalDate.ofInstant(issue.occurredAt(), calendar),
                issue.answerBy(),
                history.status(),
                standing.map(ReferralStep::at).orElse(issue.occurredAt()),
                standing.flatMap(ReferralStep::appointment).orElse(null),
                firstAnswer(history),
                delivered.map(step -> LocalDate.ofInstant(step.at(), calendar)).orElse(null),
                delivery.map(PublishedStep.Delivery::outcome).orElse(null),
                delivery.map(PublishedStep.Delivery::level).orElse(null),
                delivery.map(PublishedStep.Delivery::dimension).orElse(null),
                delivery.map(PublishedStep.Delivery::category).orElse(null));
    }

    private static Instant firstAnswer(ReferralHistory history) {
        return history.steps().stream()
                .filter(step -> step.type().isAnswer())
                .map(ReferralStep::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
