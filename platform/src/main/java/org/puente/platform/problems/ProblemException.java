package org.puente.platform.problems;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A request is refused for a reason that its sender can understand and act on. */
public final class ProblemException extends RuntimeException {
    private final ProblemKind kind;
    private final String code;
    private final List<Object> args;
    private final List<FieldError> errors;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private OptionalLong retryAfterSeconds = OptionalLong.empty();

    /**
     * @param code a word for machines, and the key of the text for people
     * @param args what the text names; never a person's data
     */
    public ProblemException(ProblemKind kind, String code, List<FieldError> errors, Object... args) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.args = List.of(args);
    }

    public static ProblemException of(ProblemKind kind, String code, Object... args) {
        return new ProblemException(kind, code, List.of(), args);
    }

    public static ProblemException notFound() {
        return of(ProblemKind.NOT_FOUND, "not-found");
    }

    public static ProblemException forbidden(String code, Object... args) {
        return of(ProblemKind.FORBIDDEN, code, args);
    }

    public static ProblemException conflict(String code, Object... args) {
        return of(ProblemKind.CONFLICT, code, args);
    }

    public static ProblemException stale() {
        return of(ProblemKind.STALE, "stale");
    }

    public static ProblemException ruleBroken(String code, Object... args) {
        return of(ProblemKind.RULE_BROKEN, code, args);
    }

    /** Fields of the body are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemKind.INVALID, "invalid-body", errors);
    }

    public static ProblemException invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** Throws {@link #invalid} if there is an error. */
    public static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    /**
     * A parameter of the query has none of its values.
     *
     * @param allowed the values, for people
     */
    public static ProblemException notAmong(String parameter, Collection<String> allowed) {
        return of(ProblemKind.INVALID, "parameter-not-among", parameter, String.join(", ", allowed));
    }

    /** Adds a member of its own to the problem, such as the steps that are open. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** States when the same request may succeed. */
    public ProblemException retryAfter(long seconds) {
        retryAfterSeconds = OptionalLong.of(seconds);
        return this;
    }

    public ProblemKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }

    public OptionalLong retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
