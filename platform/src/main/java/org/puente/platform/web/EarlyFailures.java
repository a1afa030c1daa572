package org.puente.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Failures outside of any resource: a request that the router itself can't read, and an answer to a
 * client who has gone. Neither is a fault of this service.
 */
@ApplicationScoped
class EarlyFailures {
    private static final Logger LOG = Logger.getLogger(EarlyFailures.class);

    private final ObjectMapper mapper;

    EarlyFailures(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            LOG.debugf("The client has gone before its answer");
        } else if (context.statusCode() == 400 && context.failure() instanceof VertxException) {
            refuse(context, mapper, ProblemException.of(ProblemKind.INVALID, "header-malformed", "Host"));
        } else if (context.failure() instanceof IllegalArgumentException && !hasPath(context)) {
            // Each further route would fail at it again, and log its stack.
            refuse(context, mapper, ProblemException.of(ProblemKind.INVALID, "address-malformed"));
        } else {
            context.next();
        }
    }

    /** Whether the router can decode the path. */
    private static boolean hasPath(RoutingContext context) {
        try {
            return context.normalizedPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Answers as a resource would, outside of any resource. */
    static void refuse(RoutingContext context, ObjectMapper mapper, ProblemException refusal) {
        HttpServerResponse response = context.response().setStatusCode(ProblemStatus.of(refusal.kind()));
        Problems.problem(context, refusal)
                .getHeaders()
                .forEach((name, value) -> response.putHeader(name, value.toString()));
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        GuardedAnswers.guard(response.headers());
        if (refusal.kind() == ProblemKind.TOO_LARGE) { // nobody reads the rest
            response.putHeader(HttpHeaders.CONNECTION, "close");
            response.endHandler(sent -> context.request().connection().close());
        }
        response.end(Problems.json(context, mapper, refusal));
    }
}
