package org.puente.reception.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.limits.Buckets;

/** Limits of checks in a minute: from one address, and at this instance. */
@ApplicationScoped
class CheckLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String WHOLE = "instance";

    private final Buckets addresses;
    private final Buckets instance;

    CheckLimits(
            Clock clock,
            @ConfigProperty(name = "puente.certificates.checks-per-address") int perAddress,
            @ConfigProperty(name = "puente.certificates.checks-per-instance") int perInstance) {
        addresses = new Buckets(clock, perAddress, perAddress, MINUTE);
        instance = new Buckets(clock, perInstance, perInstance, MINUTE);
    }

    /**
     * Counts a check.
     *
     * @return how long to wait; empty if the check is allowed
     */
    Optional<Duration> enter(String address) {
        return addresses.take(address).or(() -> instance.take(WHOLE));
    }
}
