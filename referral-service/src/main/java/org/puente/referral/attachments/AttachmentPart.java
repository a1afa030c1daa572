package org.puente.referral.attachments;

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

/** What was attached to the referrals of a case, without the files. */
@ApplicationScoped
class AttachmentPart implements ExportPart {
    private static final String ROWS = """
            select a.referral_id as "referralId", cast(a.description as json) as description,
                   a.attached_at as "attachedAt", a.erased_at as "erasedAt"
            from attachment a join referral_standing r using (referral_id)
            where r.case_id = :case and r.from_node = :node order by a.attached_at, a.attachment_id
            """;

    private final Node node;

    AttachmentPart(Node node) {
        this.node = node;
    }

    @Override
    public String name() {
        return "attachments";
    }

    @Override
    public Set<String> tables() {
        return Set.of("attachment");
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return ExportRows.of(
                session, ROWS, Map.of("case", caseId, "node", node.id().value()));
    }
}
