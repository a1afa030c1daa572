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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.ReceptionDirectory.Desk;

/**
 * Refuses input that breaks a form or a rule, and names each field. The checks are called by hand
 * and not by {@code @Valid}, so that a caller who may not see a return gets 404 before anything
 * else.
 */
@ApplicationScoped
class Checks {
    private final Validator validator;
    private final Clock clock;

    Checks(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** In microseconds, as the database stores it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    private LocalDate today(Desk desk) {
        return today(desk.zone());
    }

    /** Checks that there is a body, and the form of its fields. */
    <T> void form(T body) {
        if (body == null) {
            throw ProblemException.invalid(FieldError.of("", "body-missing"));
        }
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    void registration(Registration registration, Desk desk) {
        List<FieldError> errors = new ArrayList<>(Rules.broken(registration, today(desk)));
        point(registration, desk, errors);
        if (registration.consent() == null) {
            errors.add(FieldError.of("/consent", "consent-missing"));
        } else if (errors.isEmpty()) {
            errors.addAll(consentErrors(registration, desk));
        }
        refuse(errors);
    }

    /** A reception point that has closed stays valid on the returns that it received. */
    void amendment(Registration before, Registration after, Desk desk) {
        List<FieldError> errors = new ArrayList<>(Rules.broken(after, today(desk)));
        if (!after.receptionPoint().equals(before.receptionPoint())) {
            point(after, desk, errors);
        }
        refuse(errors);
    }

    void consent(ConsentTerms terms, boolean child, Desk desk) {
        refuse(Rules.broken(terms, "", child, today(desk)));
    }

    private List<FieldError> consentErrors(Registration registration, Desk desk) {
        return Rules.broken(registration.consent(), "/consent", registration.child(), today(desk));
    }

    private static void point(Registration of, Desk desk, List<FieldError> errors) {
        if (!desk.points().contains(of.receptionPoint())) {
            errors.add(FieldError.of("/receptionPoint", "reception-point-unknown", String.join(", ", desk.points())));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
