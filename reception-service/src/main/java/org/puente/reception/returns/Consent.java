package org.puente.reception.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.puente.contracts.ConsentId;
import org.puente.platform.json.Json;

/** A consent of a person, or an authority's order that replaces one. A withdrawal is final. */
@Entity
@Table(name = "consent")
public class Consent {
    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    private String terms;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    /** The last day whose end was already processed; null if none was. */
    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    public static Consent given(UUID id, UUID caseId, ConsentTerms terms, Instant at) {
        Consent consent = new Consent();
        consent.id = id;
        consent.caseId = caseId;
        consent.record(terms, at);
        return consent;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public void record(ConsentTerms given, Instant at) {
        terms = Json.write(given);
        validUntil = given.validUntil();
        recordedAt = at;
    }

    /** Takes over a published state, unless the own one is later, or withdrawn. */
    public void overtake(Consent published) {
        if (!withdrawn() && !recordedAt.isAfter(published.recordedAt)) {
            record(published.terms().explainedAs(terms()), published.recordedAt);
            withdrawnAt = published.withdrawnAt;
        }
    }

    public ConsentTerms terms() {
        return Json.read(terms, ConsentTerms.class);
    }

    public void withdraw(Instant at) {
        withdrawnAt = at;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** Whether it was withdrawn, or the end of its last day was processed. */
    public boolean ended() {
        return withdrawn() || validUntil != null && validUntil.equals(endedOn);
    }

    /** Records that the last day is over, if it is. */
    public void end(LocalDate today) {
        if (!withdrawn() && terms().over(today)) {
            endedOn = validUntil;
        }
    }

    public boolean holds(LocalDate on) {
        return !withdrawn() && !terms().over(on);
    }

    /** The consent as a row of its table; the names are those of the columns. */
    public Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("case_id", caseId);
        row.put("terms", terms);
        row.put("valid_until", validUntil);
        row.put("recorded_at", recordedAt);
        return row;
    }

    public ReturnView.ConsentView view() {
        ConsentTerms terms = terms();
        return new ReturnView.ConsentView(
                new ConsentId(id),
                terms.purposes(),
                terms.scope(),
                terms.givenBy(),
                terms.validUntil(),
                terms.language(),
                terms.textVersion(),
                recordedAt,
                withdrawnAt);
    }
}
