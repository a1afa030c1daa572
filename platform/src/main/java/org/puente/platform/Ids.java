package org.puente.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * Source of identifiers: UUIDv7 (RFC 9562), so that index pages fill in the order of arrival. The
 * random part of each is drawn anew, all 74 bits: who knows one can't foresee the next, as one
 * could where the last is counted up within a millisecond (RFC 9562, 6.2, method 1).
 */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
