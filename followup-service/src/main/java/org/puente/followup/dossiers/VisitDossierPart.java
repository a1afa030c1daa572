package org.puente.followup.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.export.ExportPart;
import org.puente.platform.json.Json;

/** What those who visit a person may read of them, in the export of the person's data. */
@ApplicationScoped
class VisitDossierPart implements ExportPart {
    private final VisitDossiers dossiers;

    VisitDossierPart(VisitDossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public String name() {
        return "visitDossier";
    }

    @Override
    public Set<String> tables() {
        return Set.of("visit_dossier");
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return dossiers.open(session, caseId).map(VisitDossierPart::contents);
    }

    private static JsonNode contents(OpenedDossier dossier) {
        ObjectNode none = Json.mapper().createObjectNode();
        return switch (dossier) {
            case OpenedDossier.Opened opened -> opened.person();
            case OpenedDossier.NotReceived notReceived -> none;
            case OpenedDossier.Unreadable unreadable -> none.put("unreadable", true);
        };
    }
}
