package org.puente.reception.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;

/** A request of a person about their data, asked of the institution of one case. */
@Entity
@Table(name = "data_request")
class DataRequest {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String institution;
    private String kind;
    private String source;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "sealed_details")
    private String sealedDetails;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    private String outcome;

    @Column(name = "sealed_answer")
    private String sealedAnswer;

    @Column(name = "closed_at")
    private Instant closedAt;

    /** For good: a second answer is refused (409). */
    void answer(DataRequestOutcome outcome, String sealedAnswer, Instant at) {
        if (closedAt != null) {
            throw ProblemException.conflict("data-request-answered");
        }
        this.outcome = outcome.code();
        this.sealedAnswer = sealedAnswer;
        closedAt = at;
    }

    /**
     * The person asks the same here. What another case had brought becomes theirs; words are not replaced. The time to
     * answer runs as it did.
     *
     * @param asked from where it comes now
     * @param sealed null if nothing was said
     * @return whether something of it is new
     */
    boolean repeatedBy(DataRequestSource asked, String sealed) {
        boolean fromAnotherCase = source() == DataRequestSource.ANOTHER_CASE;
        boolean saysMore = sealedDetails == null && sealed != null;
        if (fromAnotherCase) {
            source = asked.code();
        }
        if (saysMore) {
            sealedDetails = sealed;
        }
        return fromAnotherCase || saysMore;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    InstitutionId institution() {
        return new InstitutionId(institution);
    }

    DataRequestKind kind() {
        return Code.of(DataRequestKind.class, kind);
    }

    DataRequestSource source() {
        return Code.of(DataRequestSource.class, source);
    }

    DataRequestStatus status() {
        return closedAt == null ? DataRequestStatus.OPEN : DataRequestStatus.ANSWERED;
    }

    /** Whether the last day to answer is, or was at the answer, over. */
    boolean isLate(LocalDate today, LocalDate closedOn) {
        return dueOn.isBefore(closedAt == null ? today : closedOn);
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String sealedDetails() {
        return sealedDetails;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    /** Null while it is open. */
    DataRequestOutcome outcome() {
        return outcome == null ? null : Code.of(DataRequestOutcome.class, outcome);
    }

    String sealedAnswer() {
        return sealedAnswer;
    }

    /** Null while it is open. */
    Instant closedAt() {
        return closedAt;
    }
}
