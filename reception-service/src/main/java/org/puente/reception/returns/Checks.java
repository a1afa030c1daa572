package org.puente.reception.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * Refuses input that breaks a form or a rule, and names each field. The checks are called by hand
 * and not by {@code @Valid}, so that a caller who may not see a return gets 404 before anything
 * else.
 */
@ApplicationScoped
public class Checks {
    private final Validator validator;
    private final Clock clock;

    Checks(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** In microseconds, as the database stores it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Checks that there is a body, and the form of its fields. */
    public <T> void form(T body) {
        if (body == null) {
            throw ProblemException.invalid(FieldError.of("", "body-missing"));
        }
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    /** Refuses a body that breaks rules. */
    public static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
