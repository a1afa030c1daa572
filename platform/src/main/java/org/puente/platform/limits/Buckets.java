package org.puente.platform.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket for each key. Held in memory, for this instance alone; a restart forgets.
 *
 * <p>Safe for use by several threads.
 */
public final class Buckets {
    /** A bucket that is forgotten before it is full again would give its owner more. */
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param capacity how many may be taken at once, from a full bucket
     * @param refill how many come back in the time given, evenly
     */
    public Buckets(Clock clock, long capacity, long refill, Duration in) {
        TimeMeter time = new Ticks(clock);
        Duration full = in.multipliedBy(1 + capacity / refill);
        buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(full)
                .build(key -> bucket(time, capacity, refill, in));
    }

    private static Bucket bucket(TimeMeter time, long capacity, long refill, Duration in) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, in))
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * Takes one of the key's bucket.
     *
     * @return how long to wait; empty if one was there
     */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Puts one back that was taken. */
    public void giveBack(String key) {
        buckets.get(key).addTokens(1);
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
