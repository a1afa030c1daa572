package org.puente.reporting.events;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.puente.contracts.CaseId;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Stream;
import org.puente.contracts.UuidId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * The events that a caller wants to see; a part is null where it does not matter.
 *
 * @param node the node that published the event
 * @param stream word of the stream
 * @param type the ce_type
 */
public record EventFilter(String node, String stream, String type, UUID caseId) {
    public static final EventFilter ALL = new EventFilter(null, null, null, null);

    /**
     * @throws ProblemException invalid where a part is no node, stream, type or case id at all
     */
    public static EventFilter of(String node, String stream, String type, String caseId) {
        return new EventFilter(
                node == null ? null : valid("node", () -> new NodeId(node).value()),
                stream == null ? null : known("stream", stream, streams()),
                type == null ? null : known("type", type, types()),
                caseId == null
                        ? null
                        : valid(
                                "caseId",
                                () -> UuidId.parse(caseId, CaseId::new).value()));
    }

    /** The same filter for one node only; null if that leaves nothing. */
    EventFilter within(NodeId only) {
        return node == null || node.equals(only.value()) ? new EventFilter(only.value(), stream, type, caseId) : null;
    }

    boolean lets(StoredEvent event) {
        return (node == null || node.equals(event.node()))
                && (stream == null || stream.equals(event.stream()))
                && (type == null || type.equals(event.type()))
                && (caseId == null || caseId.equals(event.caseId()));
    }

    private static List<String> streams() {
        return Arrays.stream(Stream.values()).map(Stream::word).toList();
    }

    private static List<String> types() {
        return Arrays.stream(FactType.values()).map(FactType::type).toList();
    }

    private static String known(String parameter, String value, List<String> words) {
        if (!words.contains(value)) {
            throw ProblemException.notAmong(parameter, words);
        }
        return value;
    }

    private static <T> T valid(String parameter, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.INVALID, "parameter-invalid", parameter);
        }
    }
}
