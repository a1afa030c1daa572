package org.puente.reporting.events;

import io.vertx.core.buffer.Buffer;
import org.puente.platform.web.Cursor;
import org.puente.platform.web.Sse;

/** An event, and the bytes in which all who watch it get it. */
record Told(StoredEvent event, Buffer bytes) {
    static Told of(StoredEvent event) {
        return new Told(event, Sse.event(Cursor.of(event.position()), event.type(), event.json()));
    }

    long position() {
        return event.position();
    }
}
