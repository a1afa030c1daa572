package org.puente.registry;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock in tests; it can be put forward, never back. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TestClock extends Clock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

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
