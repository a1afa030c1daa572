package org.puente.platform.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * No endpoint but a page ignores a wrong parameter: one that it does not know, that stands twice,
 * is empty or has the wrong type (a flag that is neither true nor false). It would give a wrong
 * figure, and nobody would see why.
 */
class KnownParameters {
    /** Runs after the access check, so that a stranger doesn't learn what a resource accepts. */
    static final int AFTER_ACCESS = Priorities.USER + 100;

    private static final int LONGEST_NAME = 60;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    @ServerRequestFilter(priority = AFTER_ACCESS)
    Response check(ContainerRequestContext request, SimpleResourceInfo resource) {
        Endpoint endpoint = Endpoint.of(resource);
        for (String name : endpoint.ids()) {
            String id = request.getUriInfo().getPathParameters().getFirst(name);
            if (id != null && !Query.isId(id)) {
                throw ProblemException.notFound();
            }
        }
        MultivaluedMap<String, String> sent = request.getUriInfo().getQueryParameters();
        if (sent.isEmpty()) {
            return null;
        }
        return endpoint.isPage() ? cleaned(request, endpoint) : refused(endpoint, sent);
    }

    private static Response refused(Endpoint endpoint, MultivaluedMap<String, String> sent) {
        List<FieldError> errors = new ArrayList<>();
        sent.forEach((name, values) -> check(errors, endpoint.query(), name, values));
        if (!errors.isEmpty()) {
            throw Query.refused(errors);
        }
        return null;
    }

    private static void check(List<FieldError> errors, Map<String, Class<?>> known, String name, List<String> values) {
        Class<?> type = known.get(name);
        String pointer = "/" + name.substring(0, Math.min(name.length(), LONGEST_NAME));
        if (type == null) {
            errors.add(FieldError.of(pointer, "unknown-parameter", String.join(", ", known.keySet())));
        } else if (values.size() > 1 && !Endpoint.mayRepeat(type)) {
            errors.add(FieldError.of(pointer, "repeated-parameter"));
        } else if (values.stream().anyMatch(value -> !isOf(type, value))) {
            errors.add(FieldError.of(pointer, "wrong-type"));
        }
    }

    private static boolean isOf(Class<?> type, String value) {
        if (value.isBlank()) {
            return false;
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        if (type == int.class || type == Integer.class) {
            return NUMBER.matcher(value).matches();
        }
        return type != UUID.class || Query.isId(value);
    }

    /**
     * A link to a page collects foreign parameters on its way, and a person must not be refused for
     * them. So the browser is redirected to the page without them; the address then shows only
     * parameters that are used.
     */
    private static Response cleaned(ContainerRequestContext request, Endpoint endpoint) {
        MultivaluedMap<String, String> sent = request.getUriInfo().getQueryParameters();
        List<String> others = sent.keySet().stream()
                .filter(name -> !endpoint.query().containsKey(name))
                .toList();
        if (others.isEmpty()) {
            return null;
        }
        if (!request.getMethod().equals("GET")) {
            return refused(endpoint, sent);
        }
        UriBuilder address =
                UriBuilder.fromPath(request.getUriInfo().getRequestUri().getRawPath());
        endpoint.query()
                .keySet()
                .forEach(name -> sent.getOrDefault(name, List.of())
                        .forEach(value -> address.queryParam(name, "{v}").resolveTemplate("v", value)));
        return Response.seeOther(address.build()).build();
    }
}
