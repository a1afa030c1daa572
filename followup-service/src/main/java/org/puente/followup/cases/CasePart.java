package org.puente.followup.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.export.ExportPart;
import org.puente.platform.export.ExportRows;

/** What this service knows of a case, in the export of a person's data. */
@ApplicationScoped
class CasePart implements ExportPart {
    /** Codes as the API has them; the table has the names of constants. */
    private static final String ROWS = """
            select version, registered_by as institution, registered_at as "registeredAt",
                   returned_on as "returnedOn", country, subdivision, high_risk as "highRisk",
                   lower(status) as status, responsible, consent_until as "consentUntil",
                   lower(replace(closed_because, '_', '-')) as "closedBecause",
                   erased_at as "erasedAt"
            from case_file where id = :case
            """;

    @Override
    public String name() {
        return "case";
    }

    @Override
    public Set<String> tables() {
        return Set.of("case_file", "erased_return");
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return ExportRows.of(session, ROWS, caseId);
    }
}
