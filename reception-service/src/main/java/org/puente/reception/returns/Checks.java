package org.puente.reception.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.puente.contracts.CaseId;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * Refuses input that breaks a form or a rule, and names each field. The checks are called by hand
 * and not by {@code @Valid}, so that a caller who may not see a return gets 404 before anything
 * else.
 */
@ApplicationScoped
public class Checks {
    /**
     * How long a client may have been without network. Matching looks at the newest of many, and retention at the
     * oldest: to both an id from longer ago would hide the return, or show one that is not due.
     */
    private static final Duration MAX_AGE_OF_ID = Duration.ofDays(90);

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

    /**
     * What is wrong with the age of an id that a client made. Asked only where no return is known by it: what was
     * registered in time may be sent again however late.
     *
     * @param sent null where the service makes the id
     */
    public List<FieldError> age(CaseId sent) {
        return sent == null
                        || !Ids.madeAt(sent.value()).isBefore(clock.instant().minus(MAX_AGE_OF_ID))
                ? List.of()
                : List.of(FieldError.of("/caseId", "case-id-old"));
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
