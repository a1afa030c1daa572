package org.puente.platform.inbox;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.puente.contracts.Envelope;
import org.puente.platform.tracing.Spans;

/**
 * The spans of a batch: one for each record, from the moment that it is read to the commit of the
 * batch. Each continues the trace of its record, so that a batch is a part of as many traces as it
 * has records.
 */
final class BatchSpans {
    private final Optional<Spans> spans;
    private final List<Span> open = new ArrayList<>();
    private Span last = Span.getInvalid();

    /**
     * @param spans empty where nothing is traced
     */
    BatchSpans(Optional<Spans> spans) {
        this.spans = spans;
    }

    void begin(RawRecord record) {
        spans.ifPresent(on -> last = on.processing(record.topic(), record.headers()));
    }

    /**
     * Names the fact of the record that was begun last.
     *
     * @return the fact, as the span's: what is published for it continues there
     */
    Received name(Received received) {
        if (spans.isEmpty()) {
            return received;
        }
        Envelope envelope = received.envelope();
        Spans.name(last, envelope.id().toString(), envelope.type().type(), envelope.subject());
        open.add(last);
        return received.with(Spans.traceparent(last, envelope.traceparent()));
    }

    /** The record that was begun last is put aside. */
    void refuse(FactRefused why) {
        Spans.endWithError(last, why.cause());
    }

    /**
     * The batch was committed, or rolled back.
     *
     * @param failure null if it was committed
     */
    void end(Throwable failure) {
        for (Span span : open) {
            if (failure == null) {
                span.end();
            } else {
                Spans.endWithError(span, DeadLetters.causeOf(failure));
            }
        }
    }
}
