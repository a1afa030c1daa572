package org.puente.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of access, asked of every endpoint and verb in the service's own OpenAPI document, so
 * that an endpoint without a rule fails. A service's test extends this and says who may what.
 */
public abstract class AccessRules {
    private static final List<String> ROLES =
            List.of(
                    "intake",
                    "case-manager",
                    "directory-editor",
                    "operator",
                    "secretariat",
                    "auditor");

    /** An endpoint as the document has it. */
    public record Endpoint(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The node that the service under test belongs to. */
    protected abstract String node();

    /** Each protected endpoint with the roles that may call it: {@code "GET /v1/x" -> roles}. */
    protected abstract Map<String, Set<String>> roles();

    /** Endpoints that anybody may call. */
    protected Set<String> open() {
        return Set.of();
    }

    /** Endpoints that other nodes' tokens may call too, and that sort by node themselves. */
    protected Set<String> forAnyNode() {
        return Set.of();
    }

    /** An existing resource's id for a path parameter, owned by an institution of {@link #node}. */
    protected String existing(Endpoint endpoint, String parameter) {
        return UUID.randomUUID().toString();
    }

    /** A body that the endpoint would read; only verbs that take one are sent it. */
    protected String body(Endpoint endpoint) {
        return "{}";
    }

    /** Node from which a foreign token comes; null where every node may ask. */
    protected String foreignNode() {
        return node().equals("mex") ? "slv" : "mex";
    }

    @Test
    void everyEndpointHasARule() {
        List<String> ruled = new ArrayList<>(roles().keySet());
        ruled.addAll(common().keySet());
        ruled.addAll(open());
        assertThat(endpoints().map(Endpoint::toString).toList())
                .containsExactlyInAnyOrderElementsOf(ruled);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoBringsNoToken() {
        return ruled(endpoint -> assertStatus(call(endpoint, null), 401));
    }

    @TestFactory
    Stream<DynamicTest> refusesATokenThatIsOver() {
        return ruled(
                endpoint ->
                        assertStatus(
                                call(
                                        endpoint,
                                        Tokens.expired(
                                                node(), "x-y", ROLES.toArray(String[]::new))),
                                401));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheWrongRole() {
        return ruled(
                endpoint -> {
                    Set<String> allowed = allowed(endpoint);
                    String[] others =
                            ROLES.stream()
                                    .filter(role -> !allowed.contains(role))
                                    .toArray(String[]::new);
                    assertStatus(call(endpoint, Tokens.of(node(), "x-y", others)), 403);
                });
    }

    @TestFactory
    Stream<DynamicTest> showsNothingToAnotherNode() {
        return foreignNode() == null
                ? Stream.empty()
                : ruled(
                        endpoint -> !forAnyNode().contains(endpoint.toString()),
                        endpoint ->
                                assertStatus(
                                        call(
                                                endpoint,
                                                Tokens.of(
                                                        foreignNode(),
                                                        foreignNode() + "-x",
                                                        ROLES.toArray(String[]::new))),
                                        endpoint.path().contains("{") ? 404 : 403));
    }

    @TestFactory
    Stream<DynamicTest> showsNoResourceToAnotherInstitution() {
        return ruled(
                        endpoint ->
                                assertStatus(
                                        call(
                                                endpoint,
                                                Tokens.of(
                                                        node(),
                                                        node() + "-stranger",
                                                        ROLES.toArray(String[]::new))),
                                        404))
                .filter(test -> test.getDisplayName().contains("{"));
    }

    private Map<String, Set<String>> common() {
        return Map.of(
                "GET /v1/dead-letters", Set.of("operator"),
                "GET /v1/dead-letters/{id}", Set.of("operator"),
                "POST /v1/dead-letters/replay", Set.of("operator"),
                "POST /v1/dead-letters/{id}/replay", Set.of("operator"),
                "POST /v1/dead-letters/{id}/discard", Set.of("operator"),
                "GET /v1/audit", Set.of("auditor"));
    }

    private Set<String> allowed(Endpoint endpoint) {
        Set<String> here = roles().get(endpoint.toString());
        return here == null ? common().get(endpoint.toString()) : here;
    }

    private interface Check {
        void on(Endpoint endpoint);
    }

    private Stream<DynamicTest> ruled(Check check) {
        return ruled(endpoint -> true, check);
    }

    private Stream<DynamicTest> ruled(Predicate<Endpoint> which, Check check) {
        return endpoints()
                .filter(endpoint -> !open().contains(endpoint.toString()))
                .filter(which)
                .map(
                        endpoint ->
                                DynamicTest.dynamicTest(
                                        endpoint.toString(), () -> check.on(endpoint)));
    }

    private static Stream<Endpoint> endpoints() {
        JsonPath document =
                given().queryParam("format", "JSON").get("/q/openapi").then().extract().jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        return paths.entrySet().stream()
                .flatMap(
                        path ->
                                path.getValue().keySet().stream()
                                        .filter(verb -> !verb.equals("parameters"))
                                        .map(
                                                verb ->
                                                        new Endpoint(
                                                                verb.toUpperCase(),
                                                                path.getKey())));
    }

    private Response call(Endpoint endpoint, String token) {
        String path = endpoint.path();
        while (path.contains("{")) {
            String parameter = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replace("{" + parameter + "}", existing(endpoint, parameter));
        }
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (Set.of("POST", "PUT", "PATCH").contains(endpoint.method())) {
            request.contentType(
                            endpoint.method().equals("PATCH")
                                    ? "application/merge-patch+json"
                                    : "application/json")
                    .body(
                            common().containsKey(endpoint.toString())
                                    ? "{\"reason\": \"a test\"}"
                                    : body(endpoint));
        }
        return request.header("If-Match", "*").request(endpoint.method(), path);
    }

    private static void assertStatus(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
