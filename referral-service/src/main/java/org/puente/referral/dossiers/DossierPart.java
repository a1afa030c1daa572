package org.puente.referral.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.platform.export.ExportPart;
import org.puente.platform.json.Json;

/** The dossiers of a case and of its referrals that this node holds, opened, in the export of a person's data. */
@ApplicationScoped
class DossierPart implements ExportPart {
    private static final String REFERRALS =
            "select referral_id from referral_standing where case_id = :case and from_node = :node";

    private final Node node;
    private final Dossiers dossiers;

    DossierPart(Node node, Dossiers dossiers) {
        this.node = node;
        this.dossiers = dossiers;
    }

    @Override
    public String name() {
        return "dossiers";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sealed_dossier");
    }

    /** What another node sealed under ids of this case is none of this node's. */
    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return session.createNativeQuery(REFERRALS, UUID.class)
                .setParameter("case", caseId)
                .setParameter("node", node.id().value())
                .getResultList()
                .chain(referrals -> session.createQuery(
                                "from Dossier where fromNode = :node and (belongsTo = :case or belongsTo in :referrals)"
                                        + " order by sealedAt, dossierId",
                                Dossier.class)
                        .setParameter("node", node.id().value())
                        .setParameter("case", caseId)
                        .setParameter("referrals", referrals)
                        .getResultList())
                .map(this::rows);
    }

    private JsonNode rows(List<Dossier> all) {
        ArrayNode rows = Json.mapper().createArrayNode();
        all.forEach(dossier -> rows.add(row(dossier)));
        return rows;
    }

    private ObjectNode row(Dossier dossier) {
        ObjectNode row = Json.mapper().createObjectNode();
        if (dossier.referralId != null) {
            row.put("referralId", dossier.referralId.toString());
        }
        row.put("sealedAt", dossier.sealedAt.toString());
        if (dossier.isErased()) {
            row.put("erasedAt", String.valueOf(dossier.erasedAt));
            row.put("erasedBecause", dossier.erasedWhy);
        } else {
            dossiers.open(dossier)
                    .ifPresentOrElse(contents -> row.set("contents", contents), () -> row.put("unreadable", true));
        }
        return row;
    }
}
