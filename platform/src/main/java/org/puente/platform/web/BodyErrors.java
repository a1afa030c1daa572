package org.puente.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.io.CharConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Names the fields of a body that are wrong, as JSON pointers, without quoting what was sent. */
public final class BodyErrors {
    private static final Map<Class<?>, String> TIMES =
            Map.of(Instant.class, "not-an-instant", LocalDate.class, "not-a-day");

    private BodyErrors() {}

    public static ProblemException of(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return ProblemException.invalid(FieldError.of(pointer(unknown), "unknown-field", known));
        }
        if (e instanceof InvalidNullException nothing) {
            return ProblemException.invalid(FieldError.of(pointer(nothing), "null-element"));
        }
        if (e instanceof InvalidFormatException format && isCode(format.getTargetType())) {
            return ProblemException.invalid(
                    FieldError.of(pointer(format), "not-a-code", codes(format.getTargetType())));
        }
        if (e instanceof MismatchedInputException input && TIMES.containsKey(input.getTargetType())) {
            return ProblemException.invalid(FieldError.of(pointer(input), TIMES.get(input.getTargetType())));
        }
        if (e instanceof JsonMappingException mapping && !isMalformed(mapping)) {
            return ProblemException.invalid(FieldError.of(pointer(mapping), "wrong-type"));
        }
        return ProblemException.of(ProblemKind.INVALID, "malformed-json", place(e));
    }

    /**
     * JSON that breaks within a field (an early end, bytes that aren't UTF-8) comes wrapped with
     * the field's path.
     */
    private static boolean isMalformed(JsonMappingException e) {
        return e.getCause() instanceof StreamReadException || e.getCause() instanceof CharConversionException;
    }

    public static ProblemException of(ConstraintViolationException e) {
        return ProblemException.invalid(
                e.getConstraintViolations().stream().map(BodyErrors::error).toList());
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.isInIterable() && step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            }
            if (step.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(step.getName());
            } else if (step.getKind() == ElementKind.PARAMETER && isSimple(violation)) {
                pointer.append('/').append(step.getName());
            }
        }
        return FieldError.of(pointer.toString(), "violated", violation.getMessage());
    }

    /** A violated query parameter has no property below it: its own name is the pointer. */
    private static boolean isSimple(ConstraintViolation<?> violation) {
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() == ElementKind.PROPERTY) {
                return false;
            }
        }
        return true;
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    private static boolean isCode(Class<?> type) {
        return type != null && type.isEnum() && Code.class.isAssignableFrom(type);
    }

    private static String codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Code) constant).code())
                .collect(Collectors.joining(", "));
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "1:1"
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }
}
