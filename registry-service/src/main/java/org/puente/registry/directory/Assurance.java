package org.puente.registry.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long an entry counts as right after somebody has assured it. After that time it is stale; an
 * entry that nobody has ever assured is stale too.
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
     * @param assuredOn null if nobody has ever assured the entry
     */
    public boolean stale(LocalDate assuredOn) {
        return assuredOn == null || !assuredOn.isAfter(lastStale());
    }

    /** The first day on which an entry that was assured on a day is stale; null for null. */
    public LocalDate staleFrom(LocalDate assuredOn) {
        return assuredOn == null ? null : assuredOn.plusDays(assuredFor.toDays());
    }

    /** Entries that were assured on this day (UTC) or before are stale. */
    public LocalDate lastStale() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(assuredFor.toDays());
    }
}
