package org.puente.reporting.events;

import io.vertx.core.buffer.Buffer;
import org.puente.platform.web.Sse;

/** An event, and the bytes that all its viewers get. */
record EncodedEvent(StoredEvent event, Buffer bytes) {
    /**
     * @param cursor of the event's position
     */
    static EncodedEvent of(StoredEvent event, String cursor) {
        return new EncodedEvent(event, Sse.event(cursor, event.type(), event.json()));
    }

    long position() {
        return event.position();
    }
}
