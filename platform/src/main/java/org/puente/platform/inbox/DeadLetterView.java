package org.puente.platform.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/**
 * A dead letter as operators see it.
 *
 * @param headers left out in a list where they are long
 * @param payload as it came, even if it was mended; left out in a list where it is long
 * @param actions what operators or the service did to the record, oldest first; left out in a list
 */
record DeadLetterView(
        UUID id,
        PutAside.State state,
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        String payload,
        String cause,
        String detail,
        Instant at,
        int attempts,
        Instant replayedAt,
        Instant discardedAt,
        @JsonProperty("deeds") List<Entry> actions) {

    /**
     * Who did what, when and why.
     *
     * @param before the payload before mending; null unless a mended payload was given
     * @param after the mended payload; null unless one was given
     */
    @Schema(name = "DeadLetterDeed")
    record Entry(
            Instant at,
            String actor,
            String institution,
            @JsonProperty("deed") DeadLetterAction.Kind kind,
            String reason,
            String before,
            String after) {
        static Entry of(DeadLetterAction action) {
            return new Entry(
                    action.at,
                    action.actor,
                    action.institution,
                    Code.of(DeadLetterAction.Kind.class, action.kind),
                    action.why,
                    text(action.payloadBefore),
                    text(action.payloadAfter));
        }
    }

    static DeadLetterView of(DeadLetterLine line) {
        return of(line, line.headers, line.payload, null);
    }

    static DeadLetterView of(DeadLetter letter, List<DeadLetterAction> actions) {
        return of(
                letter,
                letter.headers,
                letter.payload,
                actions.stream().map(Entry::of).toList());
    }

    private static DeadLetterView of(PutAside letter, String headers, byte[] payload, List<Entry> actions) {
        return new DeadLetterView(
                letter.id,
                letter.state(),
                letter.topic,
                letter.partition,
                letter.offset,
                letter.key,
                headers == null ? null : RawRecord.headers(headers),
                text(payload),
                letter.cause,
                letter.detail,
                letter.at,
                letter.attempts,
                letter.replayedAt,
                letter.discardedAt,
                actions);
    }

    private static String text(byte[] payload) {
        return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
    }
}
