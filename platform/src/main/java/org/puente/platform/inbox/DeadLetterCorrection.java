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
import org.puente.platform.problems.ProblemException;

/**
 * What an operator may mend of a dead letter (ADR 022): only the payload, only of a fact of this
 * node, and none of the ids by which it is about somebody. Any other change would be a statement in
 * another's name.
 */
final class DeadLetterCorrection {
    /** Sealed by the service that knew the person; nobody else can write its contents. */
    private static final String SEALED = "jwe";

    private DeadLetterCorrection() {}

    /**
     * @return the record with another payload
     * @throws ProblemException rule broken if the record may not be mended, or not like this
     * @throws FactRefused if the record's envelope can't be read or isn't right for its topic
     */
    static RawRecord mended(RawRecord record, String payload, NodeId here) {
        Envelope envelope = Decoder.envelope(record);
        if (!envelope.source().node().equals(here)) {
            throw ProblemException.ruleBroken("mend-foreign", envelope.source().node());
        }
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        List<String> changed = new ArrayList<>();
        compare(tree(record.payload()), tree(bytes), envelope.type().fact(), "", changed);
        if (!changed.isEmpty()) {
            throw ProblemException.ruleBroken("mend-other-ids", String.join(", ", changed));
        }
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.headers(), bytes);
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
