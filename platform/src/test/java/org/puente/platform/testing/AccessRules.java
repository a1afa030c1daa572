package org.puente.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of access, asked of every endpoint and verb in the service's own OpenAPI document, so
 * that an endpoint without a rule fails. A service's test extends this and says who may what.
 */
public abstract class AccessRules extends EdgeRules {
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

    /** Node from which a foreign token comes; null where every node may ask. */
    protected String foreignNode() {
        return node().equals("mex") ? "slv" : "mex";
    }

    @Test
    void everyEndpointHasARule() {
        List<String> ruled = new ArrayList<>(roles().keySet());
        ruled.addAll(common().keySet());
        ruled.addAll(open());
        assertThat(endpoints().map(Endpoint::toString).toList()).containsExactlyInAnyOrderElementsOf(ruled);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoBringsNoToken() {
        return ruled(endpoint -> assertStatus(call(endpoint, null), 401));
    }

    @TestFactory
    Stream<DynamicTest> refusesATokenThatIsOver() {
        return ruled(endpoint -> assertStatus(call(endpoint, Tokens.expired(node(), "x-y", ROLES)), 401));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheWrongRole() {
        return ruled(endpoint -> {
            Set<String> allowed = allowed(endpoint);
            String[] others =
                    Stream.of(ROLES).filter(role -> !allowed.contains(role)).toArray(String[]::new);
            assertStatus(call(endpoint, Tokens.of(node(), "x-y", others)), 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> showsNothingToAnotherNode() {
        return foreignNode() == null
                ? Stream.empty()
                : ruled(
                        endpoint -> !forAnyNode().contains(endpoint.toString()),
                        endpoint -> assertStatus(
                                call(endpoint, Tokens.of(foreignNode(), foreignNode() + "-x", ROLES)),
                                endpoint.path().contains("{") ? 404 : 403));
    }

    @TestFactory
    Stream<DynamicTest> showsNoResourceToAnotherInstitution() {
        return ruled(endpoint -> assertStatus(call(endpoint, Tokens.of(node(), node() + "-stranger", ROLES)), 404))
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
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.on(endpoint)));
    }

    private Response call(Endpoint endpoint, String token) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (endpoint.takesBody()) {
            request.contentType(endpoint.contentType()).body(bodyOf(endpoint));
        }
        return request.header("If-Match", "*").request(endpoint.method(), path(endpoint));
    }

    private static void assertStatus(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
