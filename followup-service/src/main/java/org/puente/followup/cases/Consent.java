package org.puente.followup.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Party;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.json.Json;

/** The last known state of a consent: recorded or withdrawn. */
@Entity
@Table(name = "consent")
class Consent {
    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    boolean withdrawn;

    /** The last fact about the consent, as JSON; a withdrawal repeats the terms. */
    String terms;

    Instant at;

    /** Whether it permits an institution of this node to follow the person up on a day. */
    boolean covers(Party institution, LocalDate on) {
        return !withdrawn && terms().covers(ConsentPurpose.FOLLOW_UP, institution.node(), institution, on);
    }

    boolean isForFollowUp() {
        return terms().purposes().contains(ConsentPurpose.FOLLOW_UP);
    }

    /** Whether it permits any follow-up at all on a day. */
    boolean permitsFollowUp(LocalDate on) {
        return !withdrawn && isForFollowUp() && !on.isAfter(until());
    }

    /** The last day on which the consent holds; {@link LocalDate#MAX} if it has no end. */
    LocalDate until() {
        LocalDate until = terms().validUntil();
        return until == null ? LocalDate.MAX : until;
    }

    private ConsentRecorded terms() {
        return Json.read(terms, ConsentRecorded.class);
    }
}
