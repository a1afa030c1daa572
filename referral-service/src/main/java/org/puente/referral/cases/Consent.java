package org.puente.referral.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;

/** A consent, or an authority's order in its stead, as far as its facts have come. */
@Entity
@Table(name = "consent")
public class Consent {
    @Id
    @Column(name = "consent_id")
    UUID consentId;

    @Column(name = "case_id")
    UUID caseId;

    String terms;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    protected Consent() {}

    /** A consent that is attached to no session. */
    public Consent(UUID consentId, UUID caseId, String terms, Instant withdrawnAt) {
        this.consentId = consentId;
        this.caseId = caseId;
        this.terms = terms;
        this.withdrawnAt = withdrawnAt;
    }

    /**
     * As a native statement gives it.
     *
     * @return null where the case is null: no such consent is known
     */
    public static Consent of(UUID consentId, Object caseId, Object terms, Object withdrawnAt) {
        return caseId == null
                ? null
                : new Consent(
                        consentId,
                        (UUID) caseId,
                        (String) terms,
                        withdrawnAt == null ? null : ((OffsetDateTime) withdrawnAt).toInstant());
    }

    public ConsentId id() {
        return new ConsentId(consentId);
    }

    public boolean isOf(CaseId other) {
        return caseId.equals(other.value());
    }

    /** Whether its terms cover a referral to the recipient, on any day; false once it is withdrawn. */
    public boolean isMeantFor(NodeId recorder, Party recipient) {
        return permitsReferral(recorder, recipient, LocalDate.MIN);
    }

    /** Whether the person may be referred to the recipient on this day. */
    public boolean permitsReferral(NodeId recorder, Party recipient, LocalDate on) {
        return withdrawnAt == null
                && terms != null
                && Json.read(terms, ReturnFact.ConsentRecorded.class)
                        .covers(ConsentPurpose.REFERRAL, recorder, recipient, on);
    }
}
