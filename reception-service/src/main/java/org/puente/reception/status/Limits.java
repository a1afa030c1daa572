package org.puente.reception.status;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often may be tried: from one address, at this instance, and with one code. Held in memory,
 * for this instance alone; a restart forgets.
 */
@ApplicationScoped
class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** As many are remembered; whoever fills it with addresses meets the instance's limit first. */
    private static final int REMEMBERED = 100_000;

    private final Bucket instance;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> codes;

    Limits(
            Clock clock,
            @ConfigProperty(name = "puente.status.tries-per-address") int perAddress,
            @ConfigProperty(name = "puente.status.tries-per-instance") int perInstance,
            @ConfigProperty(name = "puente.status.tries-per-code") int perCode) {
        TimeMeter time = new Ticks(clock);
        instance = bucket(time, perInstance, MINUTE);
        addresses = remembered(MINUTE).build(address -> bucket(time, perAddress, MINUTE));
        codes = remembered(DAY).build(mark -> bucket(time, perCode, DAY));
    }

    /**
     * Counts a try.
     *
     * @return how long to wait; empty if the try may go on
     */
    Optional<Duration> enter(String address) {
        return take(addresses.get(address)).or(() -> take(instance));
    }

    /**
     * Counts a try with a code, whether there is such a code or not. One that turned out right, or
     * that we failed to answer, is {@link #giveBack given back}.
     */
    Optional<Duration> tries(String mark) {
        return take(codes.get(mark));
    }

    void giveBack(String mark) {
        codes.get(mark).addTokens(1);
    }

    private static Optional<Duration> take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(TimeMeter time, int tries, Duration in) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, in))
                .withCustomTimePrecision(time)
                .build();
    }

    /** What was not used for that long is full again, and may be forgotten. */
    private static Caffeine<Object, Object> remembered(Duration time) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(time);
    }

    private record Ticks(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
