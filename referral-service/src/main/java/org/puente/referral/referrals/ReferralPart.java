package org.puente.referral.referrals;

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

/** The referrals that this node issued for a case. Another node may name any case in those of its own. */
@ApplicationScoped
class ReferralPart implements ExportPart {
    private static final String ROWS = """
            select referral_id as "referralId", offer_id as "offerId", from_institution as "fromInstitution",
                   to_node as "toNode", to_institution as "toInstitution", priority, answer_by as "answerBy",
                   consent_id as "consentId", status, issued_at as "issuedAt", final_at as "finalAt",
                   fields as "sentFields", cast(said as json) as said
            from referral where case_id = :case and from_node = :node order by issued_at, referral_id
            """;

    private final Node node;

    ReferralPart(Node node) {
        this.node = node;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public Set<String> tables() {
        return Set.of("referral");
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return ExportRows.of(
                session, ROWS, Map.of("case", caseId, "node", node.id().value()));
    }
}
