package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;

/** The institution that registered a return. */
@ApplicationScoped
public class CaseOwner {
    private final CaseFiles files;

    CaseOwner(CaseFiles files) {
        this.files = files;
    }

    /**
     * @return null if the case is not known here
     */
    public Uni<InstitutionId> of(Mutiny.Session session, UUID caseId) {
        return files.find(session, caseId).map(file -> file == null ? null : new InstitutionId(file.registeredBy));
    }
}
