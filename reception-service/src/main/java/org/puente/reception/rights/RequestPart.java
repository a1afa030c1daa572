package org.puente.reception.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.platform.export.ExportPart;
import org.puente.platform.json.Json;
import org.puente.reception.sealing.SealedTexts;

/** The requests of a person about their data, in the export of it. */
@ApplicationScoped
class RequestPart implements ExportPart {
    private final DataRequests requests;
    private final SealedTexts texts;

    RequestPart(DataRequests requests, SealedTexts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            DataRequestKind kind,
            DataRequestSource source,
            LocalDate receivedOn,
            LocalDate dueOn,
            String details,
            Instant answeredAt,
            DataRequestOutcome outcome,
            String answer) {}

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public Set<String> tables() {
        return Set.of("data_request", "data_request_other_case");
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return requests.of(session, new CaseId(caseId))
                .map(all ->
                        Json.mapper().valueToTree(all.stream().map(this::row).toList()));
    }

    private Row row(DataRequest of) {
        return new Row(
                of.kind(),
                of.source(),
                of.receivedOn(),
                of.dueOn(),
                texts.open(of.sealedDetails()).orElse(null),
                of.closedAt(),
                of.outcome(),
                texts.open(of.sealedAnswer()).orElse(null));
    }
}
