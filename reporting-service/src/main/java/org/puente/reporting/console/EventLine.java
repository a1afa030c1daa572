package org.puente.reporting.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.puente.contracts.FactType;
import org.puente.platform.json.Json;
import org.puente.reporting.events.StoredEvent;

/**
 * An event as the page lists it.
 *
 * @param code the key of the text for people
 * @param time when it happened, ISO 8601
 * @param caseId null where the event is about no single case
 */
public record EventLine(String time, String node, String code, String subject, UUID caseId) {
    static EventLine of(StoredEvent event) {
        JsonNode json = Json.read(event.json(), JsonNode.class);
        return new EventLine(
                json.get("time").asText(),
                event.node(),
                FactType.of(event.type()).map(Counts::code).orElse(event.type()),
                json.get("subject").asText(),
                event.caseId());
    }
}
