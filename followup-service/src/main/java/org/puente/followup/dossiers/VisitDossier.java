package org.puente.followup.dossiers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A dossier for visits, stored sealed; it is opened only for a reading, or to seal it anew. */
@Entity
@Immutable
@Table(name = "visit_dossier")
public class VisitDossier {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    String jwe;

    protected VisitDossier() {}
}
