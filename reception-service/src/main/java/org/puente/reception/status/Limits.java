package org.puente.reception.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.limits.Buckets;

/** Limits of tries: from one address, at this instance, and with one code. */
@ApplicationScoped
class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String WHOLE = "instance";

    private final Buckets instance;
    private final Buckets addresses;
    private final Buckets codes;

    Limits(
            Clock clock,
            @ConfigProperty(name = "puente.status.tries-per-address") int perAddress,
            @ConfigProperty(name = "puente.status.tries-per-instance") int perInstance,
            @ConfigProperty(name = "puente.status.tries-per-code") int perCode) {
        instance = new Buckets(clock, perInstance, perInstance, MINUTE);
        addresses = new Buckets(clock, perAddress, perAddress, MINUTE);
        codes = new Buckets(clock, perCode, perCode, DAY);
    }

    /**
     * Counts a try.
     *
     * @return how long to wait; empty if the try is allowed
     */
    Optional<Duration> enter(String address) {
        return addresses.take(address).or(() -> instance.take(WHOLE));
    }

    /**
     * Counts a try with a code, even if the code does not exist. A try that was right, or that we
     * failed to answer, is {@link #giveBack given back}.
     */
    Optional<Duration> tries(String mark) {
        return codes.take(mark);
    }

    void giveBack(String mark) {
        codes.giveBack(mark);
    }
}
