package org.puente.reception.flights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.Checks;

/**
 * Times at which something happened, as a desk reports them, perhaps long afterwards. No deadline follows from
 * them, because a client's clock may be wrong.
 */
@ApplicationScoped
public class ReportedTimes {
    private final Checks checks;
    private final Duration skew;

    /**
     * @param skew how far a client's clock may be ahead of this service's
     */
    ReportedTimes(Checks checks, @ConfigProperty(name = "puente.policy.clock-skew") Duration skew) {
        this.checks = checks;
        this.skew = skew;
    }

    /**
     * The reported time in microseconds, or now if none is reported.
     *
     * @param pointer JSON pointer of the time in the body
     * @param returnedOn day of the return
     * @throws ProblemException 400 if the time cannot be
     */
    public Instant of(String pointer, Instant reported, LocalDate returnedOn) {
        Instant now = checks.now();
        if (reported == null) {
            return now;
        }
        error(pointer, reported, returnedOn, now, skew).ifPresent(error -> {
            throw ProblemException.invalid(error);
        });
        return reported.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * When a report was written, in microseconds, and never later than now: a clock that is ahead keeps nobody from
     * correcting.
     *
     * @throws ProblemException 400 if the time cannot be
     */
    Written written(Instant writtenAt, LocalDate returnedOn) {
        Instant now = checks.now();
        Instant at = writtenAt == null ? null : of("/writtenAt", writtenAt, returnedOn);
        return new Written(at != null && at.isAfter(now) ? now : at, now);
    }

    /** A time as a row of a native query has it; null if it is null there. */
    public static Instant stored(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    /** A time a day before the return is allowed: a flight may land before midnight, and days differ by zone. */
    static Optional<FieldError> error(
            String pointer, Instant reported, LocalDate returnedOn, Instant now, Duration skew) {
        if (reported.isAfter(now.plus(skew))) {
            return Optional.of(FieldError.of(
                    pointer,
                    "time-in-the-future",
                    now.truncatedTo(ChronoUnit.SECONDS).toString()));
        }
        if (reported.isBefore(
                returnedOn.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())) {
            return Optional.of(FieldError.of(pointer, "time-before-return", returnedOn.toString()));
        }
        return Optional.empty();
    }
}
