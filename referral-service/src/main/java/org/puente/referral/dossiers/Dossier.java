package org.puente.referral.dossiers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.DossierId;

/**
 * A sealed dossier; it is opened for the moment of its use only. Its id alone does not identify it:
 * another node may use the same id, and so may another referral.
 */
@Entity
@Table(name = "sealed_dossier")
@IdClass(Dossier.Key.class)
public class Dossier {
    @Id
    @Column(name = "dossier_id")
    UUID dossierId;

    @Id
    @Column(name = "from_node")
    String fromNode;

    /** The referral, or else the case, that it is for. */
    @Id
    @Column(name = "belongs_to")
    UUID belongsTo;

    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "case_id")
    UUID caseId;

    String kid;
    String jwe;

    @Column(name = "sealed_at")
    Instant sealedAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    @Column(name = "erased_why")
    String erasedWhy;

    protected Dossier() {}

    /**
     * A dossier that is attached to no session: it knows its id, and can be opened.
     *
     * @param jwe null where it is erased
     */
    public Dossier(UUID dossierId, String jwe) {
        this.dossierId = dossierId;
        this.jwe = jwe;
    }

    record Key(UUID dossierId, String fromNode, UUID belongsTo) implements Serializable {}

    public DossierId id() {
        return new DossierId(dossierId);
    }

    public boolean isErased() {
        return jwe == null;
    }
}
