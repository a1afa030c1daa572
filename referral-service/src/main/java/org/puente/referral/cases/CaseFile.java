package org.puente.referral.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;

/** The known facts of a case: the newest whole state that reception has published. */
@Entity
@Table(name = "case_file")
public class CaseFile {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    String institution;
    int version;
    String state;

    protected CaseFile() {}

    public CaseId id() {
        return new CaseId(caseId);
    }

    /** The institution that received the person. */
    public InstitutionId institution() {
        return new InstitutionId(institution);
    }

    public ReturnFact.WholeState state() {
        return version == 1
                ? Json.read(state, ReturnFact.Registered.class)
                : Json.read(state, ReturnFact.Amended.class);
    }
}
