package org.puente.referral.dossiers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierId;
import org.puente.contracts.ReferralId;

/** A dossier as it came: sealed, and kept so; it is opened for the moment of a reading only. */
@Entity
@Table(name = "dossier")
public class Dossier {
    @Id
    @Column(name = "dossier_id")
    UUID dossierId;

    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "from_node")
    String fromNode;

    String kid;
    String jwe;

    @Column(name = "sealed_at")
    Instant sealedAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    @Column(name = "erased_why")
    String erasedWhy;

    protected Dossier() {}

    public DossierId id() {
        return new DossierId(dossierId);
    }

    public boolean isErased() {
        return jwe == null;
    }

    ReferralId referralId() {
        return referralId == null ? null : new ReferralId(referralId);
    }

    CaseId caseId() {
        return caseId == null ? null : new CaseId(caseId);
    }
}
