package org.puente.platform.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Envelope;
import org.puente.contracts.NodeId;
import org.puente.contracts.SlugId;
import org.puente.contracts.UuidId;
import org.puente.platform.json.Json;

/**
 * What an operator may mend of a dead letter (ADR 022): only the payload, only of a fact of this
 * node, and none of the ids by which it is about somebody. Any other change would be a statement in
 * another's name.
 */
sealed interface DeadLetterCorrection {
    /** Sealed by the service that knew the person; nobody else can write its contents. */
    String SEALED = "jwe";

    /** The record with the new payload. */
    record Corrected(RawRecord record) implements DeadLetterCorrection {}

    /** Refused: the fact is another node's. */
    record OfAnotherNode(NodeId node) implements DeadLetterCorrection {}

    /**
     * Refused: the new payload is about somebody else.
     *
     * @param members JSON pointers of the ids that differ
     */
    record WithOtherIds(List<String> members) implements DeadLetterCorrection {}

    /**
     * @throws FactRefused if the record's envelope can't be read or isn't right for its topic
     */
    static DeadLetterCorrection of(RawRecord record, String payload, NodeId here) {
        Envelope envelope = Decoder.envelope(record);
        if (!envelope.source().node().equals(here)) {
            return new OfAnotherNode(envelope.source().node());
        }
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        List<String> changed = new ArrayList<>();
        compare(tree(record.payload()), tree(bytes), envelope.type().fact(), "", changed);
        if (!changed.isEmpty()) {
            return new WithOtherIds(changed);
        }
        return new Corrected(new RawRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.headers(), bytes));
    }

    /**
     * A payload that can't be read has no ids to compare; the subject stands in the headers too.
     */
    private static JsonNode tree(byte[] payload) {
        try {
            return payload == null ? null : Json.mapper().readTree(payload);
        } catch (IOException e) {
            return null;
        }
    }

    private static void compare(JsonNode before, JsonNode after, Class<?> type, String at, List<String> changed) {
        for (RecordComponent member : type.getRecordComponents()) {
            JsonNode old = before == null ? null : before.get(member.getName());
            JsonNode now = after == null ? null : after.get(member.getName());
            String here = at + "/" + member.getName();
            if (old == null) {
                continue;
            }
            if (isId(member.getType()) || member.getName().equals(SEALED) || isIds(member)) {
                if (!old.equals(now)) {
                    changed.add(here);
                }
            } else if (member.getType().isRecord()) {
                compare(old, now, member.getType(), here, changed);
            }
        }
    }

    private static boolean isId(Class<?> type) {
        return UuidId.class.isAssignableFrom(type) || SlugId.class.isAssignableFrom(type);
    }

    private static boolean isIds(RecordComponent member) {
        Type type = member.getGenericType();
        return type instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && isId(element);
    }
}
