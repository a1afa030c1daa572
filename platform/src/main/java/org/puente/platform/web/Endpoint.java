package org.puente.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * What the method of a resource declares.
 *
 * @param isPublic whether it needs no login
 * @param query types of its query parameters, by name
 * @param ids names of its path parameters that are UUIDs
 * @param produces media types; empty if it declares none
 * @param consumes media types; JSON if it declares none
 */
record Endpoint(
        boolean isPublic, Map<String, Class<?>> query, List<String> ids, List<String> produces, List<String> consumes) {
    private static final Map<Key, Endpoint> KNOWN = new ConcurrentHashMap<>();
    private static final Endpoint UNKNOWN = new Endpoint(false, Map.of(), List.of(), List.of(), List.of());

    private record Key(Class<?> resource, String method, List<Class<?>> parameters) {}

    static Endpoint of(SimpleResourceInfo resource) {
        return KNOWN.computeIfAbsent(
                new Key(resource.getResourceClass(), resource.getMethodName(), List.of(resource.parameterTypes())),
                Endpoint::read);
    }

    /** Whether it is a page, which browsers request and people link to. */
    boolean isPage() {
        return produces.contains(MediaType.TEXT_HTML);
    }

    boolean isStream() {
        return produces.contains(MediaType.SERVER_SENT_EVENTS);
    }

    static boolean mayRepeat(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || type.isArray();
    }

    private static Endpoint read(Key key) {
        try {
            return read(
                    key.resource, key.resource.getDeclaredMethod(key.method, key.parameters.toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            return UNKNOWN; // inherited: it counts as declaring nothing
        }
    }

    private static Endpoint read(Class<?> resource, Method method) {
        Map<String, Class<?>> query = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    query(field).ifPresent(name -> query.put(name, field.getType()));
                }
            }
            query(parameter).ifPresent(name -> query.put(name, parameter.getType()));
        }
        List<String> ids = Stream.of(method.getParameters())
                .filter(parameter ->
                        parameter.getType() == UUID.class && query(parameter).isEmpty())
                .map(Endpoint::pathName)
                .toList();
        boolean isPublic = method.isAnnotationPresent(PermitAll.class)
                || resource.isAnnotationPresent(PermitAll.class) && !method.isAnnotationPresent(RolesAllowed.class);
        return new Endpoint(
                isPublic, new TreeMap<>(query), ids, produces(resource, method), consumes(resource, method));
    }

    private static Optional<String> query(AnnotatedElement of) {
        return Optional.ofNullable(of.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    private static String pathName(Parameter of) {
        PathParam named = of.getAnnotation(PathParam.class);
        return named == null ? of.getName() : named.value();
    }

    private static List<String> consumes(Class<?> resource, Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes of = own == null ? resource.getAnnotation(Consumes.class) : own;
        return of == null ? List.of(MediaType.APPLICATION_JSON) : List.of(of.value());
    }

    private static List<String> produces(Class<?> resource, Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces of = own == null ? resource.getAnnotation(Produces.class) : own;
        return of == null ? List.of() : List.of(of.value());
    }
}
