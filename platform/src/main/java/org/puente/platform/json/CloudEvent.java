package org.puente.platform.json;

import org.puente.contracts.Envelope;

/**
 * A fact in the structured mode of CloudEvents (JSON event format 1.0.2, section 3). The values of
 * an envelope need no escape in JSON.
 */
public final class CloudEvent {
    private CloudEvent() {}

    /**
     * The event as JSON; on one line if the data is.
     *
     * @param data the fact as JSON; null for a removal from a compacted topic
     */
    public static String json(Envelope envelope, String data) {
        StringBuilder json = new StringBuilder(512 + (data == null ? 0 : data.length()));
        json.append("{\"specversion\":\"1.0\"");
        add(json, "id", envelope.id().toString());
        add(json, "source", envelope.source().toString());
        add(json, "type", envelope.type().type());
        add(json, "subject", envelope.subject());
        add(json, "time", envelope.time().toString());
        add(json, "dataschema", envelope.type().schema().toString());
        add(json, "datacontenttype", "application/json");
        if (envelope.traceparent() != null) {
            add(json, "traceparent", envelope.traceparent());
        }
        if (data != null) {
            json.append(",\"data\":").append(data);
        }
        return json.append('}').toString();
    }

    private static void add(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
}
