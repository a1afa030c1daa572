package org.puente.platform.web;

import org.puente.platform.problems.ProblemKind;

/** The HTTP status of each kind of problem (RFC 9110, RFC 6585). */
final class ProblemStatus {
    private ProblemStatus() {}

    static int of(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NOT_ACCEPTABLE -> 406;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE -> 415;
            case RULE_BROKEN -> 422;
            case VERSION_MISSING -> 428;
            case TOO_MANY -> 429;
            case FAILED -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
