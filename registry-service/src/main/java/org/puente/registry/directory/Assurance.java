package org.puente.registry.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long an entry can be relied on after somebody has assured that it is right; from then on, and
 * as long as nobody has, it is stale.
 */
@ApplicationScoped
public class Assurance {
    @ConfigProperty(name = "puente.policy.assured-for")
    Duration assuredFor;

    private final Clock clock;

    Assurance(Clock clock) {
        this.clock = clock;
    }

    public Duration assuredFor() {
        return assuredFor;
    }

    /**
     * @param assuredOn null if nobody has
     */
    public boolean stale(LocalDate assuredOn) {
        return assuredOn == null || !assuredOn.isAfter(lastStale());
    }

    /** The first day on which what was assured on a day is stale; null for what never was. */
    public LocalDate staleFrom(LocalDate assuredOn) {
        return assuredOn == null ? null : assuredOn.plusDays(assuredFor.toDays());
    }

    /** What was assured on this day, in UTC, or before is stale. */
    public LocalDate lastStale() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(assuredFor.toDays());
    }
}
