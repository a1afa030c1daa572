package org.puente.reception.complaints;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.platform.problems.ProblemException;

/** A complaint of a person about an institution. */
@Entity
@Table(name = "complaint")
class Complaint {
    @Id
    private UUID id;

    /** Null once the return is erased. */
    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "about_node")
    private String aboutNode;

    @Column(name = "about_institution")
    private String aboutInstitution;

    private String desk;
    private String recipient;
    private String source;

    @Column(name = "received_at")
    private Instant receivedAt;

    /** By the node's calendar; null of what came before this day was kept. */
    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "acknowledge_by")
    private LocalDate acknowledgeBy;

    @Column(name = "answer_by")
    private LocalDate answerBy;

    @Column(name = "sealed_text")
    private String sealedText;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    private String outcome;

    @Column(name = "sealed_answer")
    private String sealedAnswer;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "receipt_mark")
    private String receiptMark;

    @Column(name = "case_erased_at")
    private Instant caseErasedAt;

    /**
     * A complaint that comes in.
     *
     * @param receiptMark of the code that opens its state
     * @param on the time runs from the day after
     */
    static Complaint received(
            UUID id,
            ComplaintSubject subject,
            ComplaintSource source,
            String receiptMark,
            String sealedText,
            Instant at,
            LocalDate on) {
        Complaint received = new Complaint();
        received.id = id;
        received.caseId = subject.caseId().value();
        received.referralId =
                subject.referralId() == null ? null : subject.referralId().value();
        received.aboutNode = subject.about().node().value();
        received.aboutInstitution = subject.about().institution().value();
        received.desk = subject.desk().value();
        received.source = source.code();
        received.receiptMark = receiptMark;
        received.sealedText = sealedText;
        received.receivedAt = at;
        received.receivedOn = on;
        return received;
    }

    void dueBy(LocalDate acknowledge, LocalDate answer) {
        acknowledgeBy = acknowledge;
        answerBy = answer;
    }

    /**
     * @param to null while nobody independent is known
     */
    void sendTo(InstitutionId to) {
        recipient = to == null ? null : to.value();
    }

    /** What is stored of a complaint that comes in, but for the time. */
    Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("caseId", caseId);
        row.put("referralId", referralId);
        row.put("aboutNode", aboutNode);
        row.put("aboutInstitution", aboutInstitution);
        row.put("desk", desk);
        row.put("recipient", recipient);
        row.put("source", source);
        row.put("receivedOn", receivedOn);
        row.put("acknowledgeBy", acknowledgeBy);
        row.put("answerBy", answerBy);
        row.put("text", sealedText);
        row.put("receiptMark", receiptMark);
        return row;
    }

    /** The first time counts. */
    void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
    }

    /** For good: a second answer is refused (409). An answer acknowledges, too. */
    void answer(ComplaintOutcome found, String sealed, Instant at) {
        if (answeredAt != null) {
            throw ProblemException.conflict("complaint-answered");
        }
        acknowledge(at);
        outcome = found.code();
        sealedAnswer = sealed;
        answeredAt = at;
    }

    /** Whether somebody independent was told of it. */
    boolean isSent() {
        return recipient != null;
    }

    boolean isFor(InstitutionId institution) {
        return institution.value().equals(recipient);
    }

    /** Whether the institution that it is about wrote it down, and so has seen the code that opens it. */
    boolean isOpenToAccused() {
        return source() == ComplaintSource.DESK && desk.equals(aboutInstitution);
    }

    /** Whether it is of the same case, about the same institution because of the same referral. */
    boolean isAbout(ComplaintSubject subject) {
        return subject.caseId().equals(caseId())
                && subject.about().equals(about())
                && Objects.equals(subject.referralId(), referralId());
    }

    ComplaintStatus status() {
        return answeredAt != null
                ? ComplaintStatus.ANSWERED
                : acknowledgedAt != null ? ComplaintStatus.ACKNOWLEDGED : ComplaintStatus.RECEIVED;
    }

    /** Whether it waits, for its acknowledgement or its answer, longer than it may. */
    boolean isLate(LocalDate today) {
        return switch (status()) {
            case RECEIVED -> acknowledgeBy.isBefore(today) || answerBy.isBefore(today);
            case ACKNOWLEDGED -> answerBy.isBefore(today);
            case ANSWERED -> false;
        };
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return caseId == null ? null : new CaseId(caseId);
    }

    ReferralId referralId() {
        return referralId == null ? null : new ReferralId(referralId);
    }

    Party about() {
        return new Party(new NodeId(aboutNode), new InstitutionId(aboutInstitution));
    }

    /** Null while nobody independent is known. */
    InstitutionId recipient() {
        return recipient == null ? null : new InstitutionId(recipient);
    }

    InstitutionId desk() {
        return new InstitutionId(desk);
    }

    ComplaintSource source() {
        return Code.of(ComplaintSource.class, source);
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** The day on which the person said it; null of what came before this day was kept. */
    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate acknowledgeBy() {
        return acknowledgeBy;
    }

    LocalDate answerBy() {
        return answerBy;
    }

    String sealedText() {
        return sealedText;
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    ComplaintOutcome outcome() {
        return outcome == null ? null : Code.of(ComplaintOutcome.class, outcome);
    }

    String sealedAnswer() {
        return sealedAnswer;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    /** Null while the return is held. */
    Instant caseErasedAt() {
        return caseErasedAt;
    }
}
