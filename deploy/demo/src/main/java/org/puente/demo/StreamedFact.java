package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fact as the Secretariat's event stream shows it.
 *
 * @param node that published it
 * @param type such as {@code referral.issued}, without its version
 * @param caseId empty where the fact is about no single case
 * @param data of the fact, by its released schema
 */
record StreamedFact(String node, String type, String caseId, JsonNode data) {

    /**
     * @param event a CloudEvent in structured JSON; its source is {@code /node/service}
     */
    static StreamedFact of(JsonNode event) {
        JsonNode data = event.path("data");
        return new StreamedFact(
                event.path("source").asText().split("/")[1],
                event.path("type").asText().replaceAll("^org\\.puente\\.|\\.v\\d+$", ""),
                data.path("caseId").asText(),
                data);
    }

    String text(String field) {
        return data.path(field).asText();
    }
}
