package org.puente.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Writes every refusal as RFC 9457 {@code application/problem+json}, in the language of the
 * request.
 */
@ApplicationScoped
public class Problems implements ProblemPostProcessor {
    /** When a client may try again after a server was away. */
    static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /**
     * The library's own problems (401, 403, 404, 405, 415, 500 …) get our texts. The library also
     * passes redirects to the login and back here; these stay as they are.
     */
    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        int status = problem.getStatusCode();
        if (problem.getType() != null || status < 400) {
            return problem;
        }
        return status == 403
                ? RequiredRoles.ofThisRequest()
                        .map(roles -> builder(403, "role-missing", roles))
                        .orElseGet(() -> builder(403, "status-403"))
                        .build()
                : builder(status, "status-" + status).build();
    }

    static Response unauthorized() {
        return builder(401, "status-401").build().toResponse();
    }

    /** 503: a server that we need is away for now. */
    static Response unavailable() {
        return builder(503, "status-503")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }

    /**
     * Any other failure: 503 if it may pass, else 500. The log has its kind and, for a 500, its
     * place; the client gets neither.
     */
    static Response ofFailure(Throwable failure) {
        if (Faults.isTransient(failure)) {
            LOG.warnf("Answered 503: %s", Faults.causes(failure));
            return unavailable();
        }
        RoutingContext request = request();
        LOG.errorf(
                "Answered 500 at %s: %s",
                request == null ? "?" : request.request().path(), Faults.trace(failure));
        return builder(500, "status-500").build().toResponse();
    }

    static Response response(ProblemException refusal) {
        return problem(refusal).toResponse();
    }

    /** A refusal as a problem, for an answer that reports several. */
    public static HttpProblem problem(ProblemException refusal) {
        return problem(request(), refusal);
    }

    /**
     * @param request null outside of a request
     */
    static HttpProblem problem(RoutingContext request, ProblemException refusal) {
        HttpProblem.Builder problem = builder(
                request,
                ProblemStatus.of(refusal.kind()),
                refusal.code(),
                refusal.args().toArray());
        if (!refusal.errors().isEmpty()) {
            Locale locale = locale(request);
            problem.with(
                    "errors",
                    refusal.errors().stream().map(e -> error(locale, e)).toList());
        }
        refusal.members().forEach(problem::with);
        refusal.retryAfterSeconds().ifPresent(seconds -> problem.withHeader(HttpHeaders.RETRY_AFTER, seconds));
        if (refusal.kind() == ProblemKind.UNSUPPORTED_TYPE && refusal.code().equals("encoding-unknown")) {
            problem.withHeader("Accept-Encoding", "identity"); // RFC 9110, section 12.5.3
        }
        return problem.build();
    }

    /** A refusal as JSON, for an answer outside of any resource. */
    public static String json(RoutingContext request, ObjectMapper mapper, ProblemException refusal) {
        try {
            return mapper.writeValueAsString(problem(request, refusal));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpProblem.Builder builder(int status, String code, Object... args) {
        return builder(request(), status, code, args);
    }

    private static HttpProblem.Builder builder(RoutingContext request, int status, String code, Object... args) {
        Locale locale = locale(request);
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create("urn:puente:problem:" + code))
                .withTitle(Texts.of(locale, "title-" + status))
                .withStatus(status)
                .withDetail(Texts.of(locale, code, args));
        if (status == 401) {
            problem.withHeader("WWW-Authenticate", "Bearer");
        }
        return request == null
                ? problem
                : problem.withInstance(instance(request.request().path()))
                        .withHeader("Content-Language", locale.getLanguage());
    }

    /** The path of the request, encoded if it is no valid URI. */
    private static URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create(URLEncoder.encode(path, StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> error(Locale locale, FieldError error) {
        return Map.of(
                "pointer", error.pointer(),
                "code", error.code(),
                "detail", Texts.of(locale, error.code(), error.args().toArray()));
    }

    private static Locale locale(RoutingContext request) {
        return Texts.preferred(request == null ? null : request.request().getHeader("Accept-Language"));
    }

    private static RoutingContext request() {
        try {
            return CDI.current().select(CurrentVertxRequest.class).get().getCurrent();
        } catch (RuntimeException e) {
            return null; // not in a request
        }
    }

    static Response unwrapped(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return response(BodyErrors.of(json));
            }
            if (cause instanceof ProblemException refusal) {
                return response(refusal);
            }
        }
        int status = e.getResponse().getStatus();
        return builder(status, "status-" + status).build().toResponse();
    }
}
