package org.puente.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits of requests that need no login, in a minute: from one address, and at this instance.
 *
 * <p>Safe for use by several threads.
 */
public final class AddressLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String WHOLE = "instance";

    private final Buckets addresses;
    private final Buckets instance;

    public AddressLimits(Clock clock, int perAddress, int perInstance) {
        addresses = new Buckets(clock, perAddress, perAddress, MINUTE);
        instance = new Buckets(clock, perInstance, perInstance, MINUTE);
    }

    /**
     * Counts a request.
     *
     * @return how long to wait; empty if the request is allowed
     */
    public Optional<Duration> enter(String address) {
        return addresses.take(address).or(() -> instance.take(WHOLE));
    }
}
