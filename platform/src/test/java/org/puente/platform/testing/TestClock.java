package org.puente.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A service's clock in tests; it can be put forward, never back. A service's tests make a bean of
 * it, so that it stands in the place of the real one there alone.
 */
public abstract class TestClock extends Clock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** To the microsecond, as the database keeps it. */
    public static Instant now() {
        return Instant.now().plus(AHEAD.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public static void forward(Duration time) {
        AHEAD.updateAndGet(ahead -> ahead.plus(time));
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now(), zone);
    }
}
