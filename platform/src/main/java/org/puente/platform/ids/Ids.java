package org.puente.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import com.fasterxml.uuid.impl.UUIDUtil;
import java.time.Instant;
import java.util.UUID;

/**
 * Source of identifiers: UUIDv7 (RFC 9562), so that index pages fill in the order of arrival. All
 * 74 random bits of each id are drawn anew, so that nobody foresees the next id from the last. An
 * id that is counted up within a millisecond (RFC 9562, 6.2, method 1) could be foreseen.
 */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** When an id of version 7 was made, by the clock of whoever made it. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(UUIDUtil.extractTimestamp(id));
    }
}
