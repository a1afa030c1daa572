package org.puente.platform.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.puente.platform.json.Json;
import org.puente.platform.testing.OddRequests.Endpoint;

/** Every endpoint of the service under test, as its own OpenAPI document has them. */
final class Endpoints {
    private static final Set<String> NO_VERBS = Set.of("parameters", "summary", "description", "servers");

    /** By the port of the service: its document does not change. */
    private static final Map<Integer, List<Endpoint>> KNOWN = new ConcurrentHashMap<>();

    private Endpoints() {}

    static Stream<Endpoint> all() {
        return KNOWN.computeIfAbsent(RestAssured.port, port -> read().toList()).stream();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Endpoint> read() {
        Map<String, Object> document = given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath()
                .getMap("$");
        Map<String, Map<String, Object>> paths = (Map<String, Map<String, Object>>) document.get("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(verb -> !NO_VERBS.contains(verb))
                        .map(verb -> new Endpoint(
                                verb.toUpperCase(),
                                path.getKey(),
                                query(document, path.getValue(), verb),
                                takesBody(path.getValue(), verb),
                                example(path.getValue(), verb))));
    }

    private static String example(Map<String, Object> path, String verb) {
        Map<?, ?> body = (Map<?, ?>) ((Map<?, ?>) path.get(verb)).get("requestBody");
        return body == null
                ? ""
                : ((Map<?, ?>) body.get("content"))
                        .values().stream()
                                .map(type -> ((Map<?, ?>) type).get("example"))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .map(Json::write)
                                .orElse("");
    }

    private static boolean takesBody(Map<String, Object> path, String verb) {
        return ((Map<?, ?>) path.get(verb)).containsKey("requestBody");
    }

    /** The query parameters that stand once at most, by their names. */
    @SuppressWarnings("unchecked")
    private static List<String> query(Map<String, Object> document, Map<String, Object> path, String verb) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        parameters.addAll(list(path));
        parameters.addAll(list((Map<String, Object>) path.get(verb)));
        return parameters.stream()
                .map(one -> resolved(document, one))
                .filter(one -> "query".equals(one.get("in")))
                .filter(one -> !isList((Map<String, Object>) one.get("schema")))
                .map(one -> (String) one.get("name"))
                .toList();
    }

    private static boolean isList(Map<String, Object> schema) {
        return schema != null && String.valueOf(schema.get("type")).contains("array");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of) {
        return (List<Map<String, Object>>) of.getOrDefault("parameters", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> resolved(Map<String, Object> document, Map<String, Object> parameter) {
        String ref = (String) parameter.get("$ref");
        if (ref == null) {
            return parameter;
        }
        Map<String, Object> components = (Map<String, Object>) document.get("components");
        Map<String, Object> all = (Map<String, Object>) components.get("parameters");
        return (Map<String, Object>) all.get(ref.substring(ref.lastIndexOf('/') + 1));
    }
}
