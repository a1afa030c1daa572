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
 * A token bucket for each key. The buckets are in the memory of this instance; a restart empties
 * it.
 *
 * <p>Safe for use by several threads.
 */
public final class Buckets {
    /** So many, since a bucket that is forgotten before it is full again gives its owner more. */
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param capacity how many tokens a full bucket holds
     * @param refill how many tokens come back in the given time, evenly
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
     * Takes a token from the key's bucket.
     *
     * @return how long to wait; empty if there was a token
     */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Puts a token back that was taken. */
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
