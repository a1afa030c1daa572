package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.platform.json.Json;

/** The institutions; everybody may see them. */
@ApplicationScoped
public class PublicInstitutions {
    private static final String FROM = "from entry i where i.kind = 'institution'" + OwnerCondition.and("i");

    private static Selection all() {
        return new Selection("i.state, i.node", FROM);
    }

    /** Institutions in the order of their ids. */
    public Uni<Part<InstitutionPublished>> list(Mutiny.Session session, DirectoryFilter by, RowRange rows) {
        return all().containing("i.words", by.words())
                .and("i.key = ?", by.institution())
                .and("i.seen_at >= ?", by.modifiedAfter())
                .part(session, "i.subject, i.node", rows, PublicInstitutions::read);
    }

    /**
     * An institution by its stable id.
     *
     * @return null if there is none
     */
    public Uni<InstitutionPublished> one(Mutiny.Session session, UUID id) {
        return all().and("i.key = ?", id).one(session, PublicInstitutions::read);
    }

    private static InstitutionPublished read(Object[] row) {
        return Json.read((String) row[0], InstitutionPublished.class);
    }
}
