package org.puente.platform.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Sequential;

/** All that this service holds of a case, as its features tell it. */
@ApplicationScoped
public class CaseExport {
    private final List<ExportPart> parts;
    private final Node node;
    private final String service;
    private final Clock clock;

    CaseExport(
            @All List<ExportPart> parts,
            Node node,
            @ConfigProperty(name = "puente.service") String service,
            Clock clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(ExportPart::name)).toList();
        this.node = node;
        this.service = service;
        this.clock = clock;
    }

    /** The tables that the parts cover. */
    public Set<String> tables() {
        return parts.stream().flatMap(part -> part.tables().stream()).collect(Collectors.toSet());
    }

    /** Reads every part, one after the other. */
    public Uni<ObjectNode> of(Mutiny.Session session, UUID caseId) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("node", node.id().value());
        document.put("service", service);
        document.put("caseId", caseId.toString());
        document.put("exportedAt", clock.instant().toString());
        return Sequential.each(
                        parts, part -> part.of(session, caseId).invoke(content -> document.set(part.name(), content)))
                .replaceWith(document);
    }
}
