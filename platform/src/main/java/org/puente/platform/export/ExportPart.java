package org.puente.platform.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What one feature holds of a case, in the export of a person's data. */
public interface ExportPart {
    /** Its member in the export, and the key of its title. */
    String name();

    /** The tables whose rows it covers. A test compares them with those of the database that name a case. */
    Set<String> tables();

    /** All that is held of the case; an empty array or object where that is nothing. */
    Uni<JsonNode> of(Mutiny.Session session, UUID caseId);
}
