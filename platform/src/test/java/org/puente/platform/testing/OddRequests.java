package org.puente.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Asks every endpoint of the service's own OpenAPI document oddly, so that a new one is held to the same rules. */
abstract class OddRequests {
    static final String[] ROLES = {"intake", "case-manager", "directory-editor", "operator", "secretariat", "auditor"};
    static final String NO_BODY = "{}";
    static final List<String> PAGES = List.of("/status");

    /**
     * An endpoint as the service's document has it.
     *
     * @param query names of the query parameters that stand once at most
     * @param example of a body, as JSON; empty if the document has none
     */
    public record Endpoint(String method, String path, List<String> query, boolean takesBody, String example) {
        String contentType() {
            return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        }

        boolean isStream() {
            return path.endsWith("/stream");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The node that the service under test belongs to. */
    protected abstract String node();

    /** An existing resource's id for a path parameter, owned by an institution of {@link #node}. */
    protected String existing(Endpoint endpoint, String parameter) {
        return UUID.randomUUID().toString();
    }

    /** A body that the endpoint would read; only verbs that take one are sent it. */
    protected String body(Endpoint endpoint) {
        return NO_BODY;
    }

    /** Query parameters that take any text, or any id. */
    protected Set<String> freeText() {
        return Set.of("subject", "search");
    }

    RawHttp.Answer send(Endpoint endpoint, String target, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.add("Authorization: Bearer " + stranger());
        all.add("If-Match: *");
        if (endpoint.takesBody()) {
            all.add("Content-Type: " + endpoint.contentType());
        }
        return RawHttp.send(
                endpoint.method(),
                target,
                all,
                endpoint.takesBody() ? bodyOf(endpoint).getBytes(StandardCharsets.UTF_8) : null);
    }

    interface Ask<T> {
        RawHttp.Answer of(Endpoint endpoint, T odd);
    }

    interface Oddities<T> {
        List<T> of(Endpoint endpoint);
    }

    <T> Stream<DynamicTest> each(List<T> odd, Ask<T> ask, Predicate<RawHttp.Answer> right) {
        return each(endpoint -> true, endpoint -> odd, ask, right);
    }

    <T> Stream<DynamicTest> each(
            Predicate<Endpoint> which, Oddities<T> odd, Ask<T> ask, Predicate<RawHttp.Answer> right) {
        return each(which, odd, ask, right, true);
    }

    /** One test for each endpoint, which reports everything that went wrong there. */
    <T> Stream<DynamicTest> each(
            Predicate<Endpoint> which,
            Oddities<T> odd,
            Ask<T> ask,
            Predicate<RawHttp.Answer> right,
            boolean withProblem) {
        return endpoints()
                .filter(which)
                .filter(endpoint -> !odd.of(endpoint).isEmpty())
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(wrong(endpoint, odd.of(endpoint), ask, right, withProblem))
                                .isEmpty()));
    }

    private static <T> List<String> wrong(
            Endpoint endpoint, List<T> odd, Ask<T> ask, Predicate<RawHttp.Answer> right, boolean withProblem) {
        List<String> wrong = new ArrayList<>();
        for (T one : odd) {
            RawHttp.Answer answer = ask.of(endpoint, one);
            boolean explained = !withProblem || answer.status() < 400 || answer.isProblem();
            if (!right.test(answer) || !explained) {
                String text = one instanceof byte[] bytes ? Arrays.toString(bytes) : "" + one;
                wrong.add(shortened(text) + " -> " + shortened(answer.toString()));
            }
        }
        return wrong;
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    static Predicate<Endpoint> apiEndpoints() {
        return endpoint -> !PAGES.contains(endpoint.path());
    }

    Stream<Endpoint> endpoints() {
        return Endpoints.all();
    }

    String bodyOf(Endpoint endpoint) {
        return endpoint.path().startsWith("/v1/dead-letters") ? "{\"reason\": \"a test\"}" : body(endpoint);
    }

    String path(Endpoint endpoint) {
        String path = endpoint.path();
        while (path.contains("{")) {
            String parameter = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replace("{" + parameter + "}", existing(endpoint, parameter));
        }
        return path;
    }

    String stranger() {
        return Tokens.of(node(), node() + "-stranger", ROLES);
    }
}
