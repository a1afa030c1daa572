package org.puente.reporting;

import java.util.List;
import java.util.Optional;
import org.puente.platform.inbox.Received;

/** Records as they are after having come in. */
public final class Taken {
    private Taken() {}

    public static Received in(Region.Record record) {
        return new Received(record.topic(), record.envelope(), Optional.of(record.fact()));
    }

    public static List<Received> in(List<Region.Record> records) {
        return records.stream().map(Taken::in).toList();
    }
}
