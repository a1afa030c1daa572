package org.puente.followup.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;

/** One follow-up of a case. It belongs to the case: lock the case before a change. */
@Entity
@Table(name = "follow_up")
class FollowUp {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String institution;

    @Enumerated(EnumType.STRING)
    private FollowUpKind kind;

    /** The interval after the return, as the policy has it; unique in a case. */
    @Column(name = "after_return")
    private String afterReturn;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Enumerated(EnumType.STRING)
    private FollowUpStatus status;

    /** When the fact that it is due was published; null if it never was. */
    @Column(name = "due_said_at")
    private Instant dueReportedAt;

    /** Set by the database. */
    @Column(name = "modified_at", insertable = false, updatable = false)
    private Instant modifiedAt;

    /** A {@link Visit} as JSON; null before the visit. */
    private String visit;

    static FollowUp planned(UUID id, UUID caseId, InstitutionId institution, Policy.Step step, Times times) {
        FollowUp followUp = new FollowUp();
        followUp.id = id;
        followUp.caseId = caseId;
        followUp.kind = step.kind();
        followUp.afterReturn = step.after().text();
        followUp.status = FollowUpStatus.PLANNED;
        followUp.arrange(institution, times);
        return followUp;
    }

    /**
     * Sets the present institution and times. A follow-up that was dropped before it was due is
     * planned again, if its time is not over. A follow-up that is due or over stays as it is.
     *
     * @return whether a change must be published
     */
    boolean revise(InstitutionId now, Times times, Instant at) {
        boolean again = status == FollowUpStatus.DROPPED
                && dueReportedAt == null
                && times.closesAt().isAfter(at);
        if (status != FollowUpStatus.PLANNED && !again) {
            return false;
        }
        boolean changed =
                again || !now.value().equals(institution) || !times.dueOn().equals(dueOn);
        become(FollowUpStatus.PLANNED);
        arrange(now, times);
        return changed;
    }

    /** Moves a due follow-up to another institution; its day stays. */
    FollowUpFact.Due handOver(InstitutionId to, Instant at) {
        institution = to.value();
        return new FollowUpFact.Due(new CaseId(caseId), to, at, new FollowUpId(id));
    }

    /** Applies a published plan again. */
    void restore(FollowUpFact.Planned fact) {
        if (status == FollowUpStatus.PLANNED || status == FollowUpStatus.DROPPED) {
            status = FollowUpStatus.PLANNED;
            institution = fact.institution().value();
        }
    }

    /** Applies again that it was published as due. */
    void restore(FollowUpFact.Due fact) {
        status = FollowUpStatus.DUE;
        institution = fact.institution().value();
        if (dueReportedAt == null) {
            dueReportedAt = fact.occurredAt();
        }
    }

    void miss() {
        status = FollowUpStatus.MISSED;
    }

    private void arrange(InstitutionId responsible, Times times) {
        institution = responsible.value();
        opensAt = times.opensAt();
        dueAt = times.dueAt();
        dueOn = times.dueOn();
        closesAt = times.closesAt();
    }

    Readiness readiness(Instant at) {
        if (!isOpen()) {
            return new Readiness.Ended(status);
        }
        return status == FollowUpStatus.PLANNED && at.isBefore(opensAt)
                ? new Readiness.TooEarly(opensAt)
                : new Readiness.Open();
    }

    /** Whether its institution may read whom to visit: it is open, and a consent covers the institution. */
    boolean mayBeVisited(KnownConsents consents, Situation situation) {
        return isOpen() && consents.cover(institution(), situation);
    }

    void complete(Visit done) {
        become(FollowUpStatus.COMPLETED);
        visit = Json.write(done);
    }

    void drop() {
        become(FollowUpStatus.DROPPED);
    }

    private void become(FollowUpStatus next) {
        if (status != next && !status.successors().contains(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    InstitutionId institution() {
        return new InstitutionId(institution);
    }

    boolean isOf(InstitutionId reader) {
        return institution().equals(reader);
    }

    FollowUpKind kind() {
        return kind;
    }

    boolean isCheck() {
        return kind == FollowUpKind.SAFETY_CHECK;
    }

    String afterReturn() {
        return afterReturn;
    }

    Instant dueAt() {
        return dueAt;
    }

    FollowUpStatus status() {
        return status;
    }

    /** Whether it is planned or due. */
    boolean isOpen() {
        return status.open();
    }

    FollowUps.Row stored() {
        return new FollowUps.Row(
                id,
                caseId,
                institution,
                kind.name(),
                afterReturn,
                opensAt,
                dueAt,
                dueOn,
                closesAt,
                status.name(),
                dueReportedAt,
                visit);
    }

    FollowUpView view() {
        Visit result = visit == null ? null : Json.read(visit, Visit.class);
        return new FollowUpView(id, caseId, institution, kind, status, opensAt, dueAt, dueOn, closesAt, result);
    }

    FollowUpFact.Planned asPlanned(Instant at) {
        return new FollowUpFact.Planned(
                new CaseId(caseId), new InstitutionId(institution), at, new FollowUpId(id), kind, dueOn);
    }

    FollowUpFact.Completed asCompleted() {
        Visit done = Json.read(visit, Visit.class);
        return new FollowUpFact.Completed(
                new CaseId(caseId),
                new InstitutionId(institution),
                done.at(),
                new FollowUpId(id),
                done.outcome(),
                done.instrument(),
                done.scores(),
                done.needs());
    }
}
