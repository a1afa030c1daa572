package org.puente.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request is refused for a reason that its sender can understand and act on. */
public final class ProblemException extends RuntimeException {
    private final int status;
    private final String code;
    private final List<Object> args;
    private final List<FieldError> errors;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();

    public ProblemException(int status, String code, List<FieldError> errors, Object... args) {
        super(code);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.args = List.of(args);
    }

    /** 404, also for a thing that exists and is not the caller's: the two must look the same. */
    public static ProblemException notFound() {
        return new ProblemException(404, "not-found", List.of());
    }

    public static ProblemException forbidden(String code, Object... args) {
        return new ProblemException(403, code, List.of(), args);
    }

    public static ProblemException conflict(String code, Object... args) {
        return new ProblemException(409, code, List.of(), args);
    }

    /** 412: the caller's copy is stale. */
    public static ProblemException stale() {
        return new ProblemException(412, "stale", List.of());
    }

    /** 422: the request is well formed and breaks a rule. */
    public static ProblemException unprocessable(String code, Object... args) {
        return new ProblemException(422, code, List.of(), args);
    }

    /** 400: fields of the body are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(400, "invalid-body", errors);
    }

    public static ProblemException invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** Adds a member of its own to the problem, such as the steps that are open. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds a header to the answer, such as Retry-After. */
    public ProblemException header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<Object> args() {
        return args;
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, Object> headers() {
        return headers;
    }
}
