package org.puente.referral.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.platform.export.ExportPart;
import org.puente.platform.export.ExportRows;

/** Which institution read or changed what of a case and its referrals; not which of its officers. */
@ApplicationScoped
class ReadingsPart implements ExportPart {
    private static final String ROWS = """
            select at, institution, action, fields, why from audit
            where subject = any (array(
                select cast(cast(:case as uuid) as text)
                union all select cast(referral_id as text) from referral_standing
                          where case_id = :case and from_node = :node))
            order by position
            """;

    private final Node node;

    ReadingsPart(Node node) {
        this.node = node;
    }

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return ExportRows.of(
                session, ROWS, Map.of("case", caseId, "node", node.id().value()));
    }
}
