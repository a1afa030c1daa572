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
import org.junit.jupiter.api.TestFactory;

/**
 * What no endpoint may do, whatever is sent to it: every endpoint of the service's own OpenAPI
 * document is asked oddly, so that a new one is held to the same rules.
 */
public abstract class EdgeRules {
    static final String[] ROLES = {"intake", "case-manager", "directory-editor", "operator", "secretariat", "auditor"};
    private static final List<String> PAGES = List.of("/status");

    /**
     * An endpoint as the service's document has it.
     *
     * @param query names of the query parameters that stand once at most
     */
    public record Endpoint(String method, String path, List<String> query, boolean takesBody) {
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
        return "{}";
    }

    /** Query parameters that take any text, or any id. */
    protected Set<String> freeText() {
        return Set.of("subject", "search");
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoAddress() {
        List<String> odd = List.of(
                "?limit=%00",
                "?x=%zz",
                "?x=%",
                "?x=%ff",
                "?x=%ed%a0%80",
                "?x=%1b",
                "?x=<y>",
                "?x=\u00e9",
                ";x=1",
                "%00",
                "%c0%af",
                "%0a",
                "|",
                "^\"",
                "/../x",
                "/%2e%2E/x",
                "/.%2e",
                "/./");
        return each(odd, (endpoint, end) -> send(endpoint, path(endpoint) + end), answer -> answer.status() == 400);
    }

    @TestFactory
    Stream<DynamicTest> refusesAParameterThatItDoesNotKnow() {
        return each(
                apiEndpoints(),
                endpoint -> List.of("?nodo=gtm", "?Limit=5", "?_method=DELETE", "?=x", "?x"),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.status() == 400 && answer.body().contains("unknown-parameter"));
    }

    @TestFactory
    Stream<DynamicTest> refusesAParameterThatStandsTwice() {
        return each(
                apiEndpoints(),
                endpoint -> endpoint.query().stream()
                        .map(n -> "?" + n + "=1&" + n + "=1")
                        .toList(),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.status() == 400 && answer.body().contains("repeated-parameter"));
    }

    @TestFactory
    Stream<DynamicTest> refusesAValueThatItDoesNotKnow() {
        return each(
                apiEndpoints(),
                endpoint -> endpoint.query().stream()
                        .filter(name -> !freeText().contains(name))
                        .flatMap(name -> Stream.of(
                                "?" + name + "=",
                                "?" + name + "=n%2Fa%20%26",
                                "?" + name + "=%D9%A1", // an Arabic 1
                                "?" + name + "=" + "x".repeat(3000)))
                        .toList(),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.status() == 400 || answer.status() == 404);
    }

    @TestFactory
    Stream<DynamicTest> refusesTimesOutOfAllBounds() {
        Set<String> times = Set.of("modifiedAfter", "modified_after", "dueBefore", "returnedOn", "period");
        return each(
                apiEndpoints(),
                endpoint -> endpoint.query().stream()
                        .filter(times::contains)
                        .flatMap(name -> OddTimes.all().map(time -> "?" + name + "=" + time))
                        .toList(),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.status() == 400 || answer.status() == 404);
    }

    @TestFactory
    Stream<DynamicTest> answersInATypeThatItDeclares() {
        List<String> odd = List.of(
                "foo",
                "*/*/",
                "*/json",
                "application/json;q=x",
                "application/json;q=0",
                "*/*;q=0",
                "text/html;q=0.1",
                "application/xml",
                "image/svg+xml",
                "application/x-java-serialized-object",
                ";",
                "/",
                "text/event-stream, */*;q=0");
        return each(
                endpoint -> !endpoint.isStream() && !PAGES.contains(endpoint.path()),
                endpoint -> odd,
                (endpoint, accept) -> send(endpoint, path(endpoint), "Accept: " + accept),
                answer -> answer.status() == 400 || answer.status() == 406);
    }

    @TestFactory
    Stream<DynamicTest> takesNoBodyOfAnotherType() {
        List<String> odd = List.of("text/plain", "application/xml", "foo", "/", "application/", "a/b/c");
        return each(
                endpoint -> endpoint.takesBody()
                        && !endpoint.path().endsWith("/attachments")
                        && !PAGES.contains(endpoint.path()),
                endpoint -> odd,
                (endpoint, type) -> RawHttp.send(
                        endpoint.method(),
                        path(endpoint),
                        List.of("Authorization: Bearer " + stranger(), "If-Match: *", "Content-Type: " + type),
                        bodyOf(endpoint).getBytes(StandardCharsets.UTF_8)),
                answer -> answer.status() == 415);
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreNone() {
        List<byte[]> odd = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "[]",
                "[null]",
                "\"x\"",
                "1",
                "true",
                "{",
                "{}{}",
                "{\"\\ud800\": 1}",
                "{\"\\u0000\": \"\\u0000\"}",
                "{\"__proto__\": {}}",
                "{\"at\": 1, \"at\": 2}",
                "[".repeat(5000),
                "{\"a\":".repeat(5000),
                "{\"type\": 1e999999999}")) {
            odd.add(text.getBytes(StandardCharsets.UTF_8));
        }
        odd.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
        odd.add(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        return each(
                endpoint -> endpoint.takesBody()
                        && !endpoint.path().endsWith("/attachments")
                        && !PAGES.contains(endpoint.path()),
                endpoint -> odd,
                (endpoint, body) -> RawHttp.send(
                        endpoint.method(),
                        path(endpoint),
                        List.of(
                                "Authorization: Bearer " + stranger(),
                                "If-Match: *",
                                "Accept-Language: ;;q=!",
                                "Content-Type: " + endpoint.contentType()),
                        body),
                answer -> answer.status() < 500);
    }

    @TestFactory
    Stream<DynamicTest> failsForNoTokenThatIsOdd() {
        List<String> odd = List.of(
                Tokens.region(ROLES),
                Tokens.of(node(), null, ROLES),
                Tokens.of(node(), "", ROLES),
                Tokens.of(node(), "Mayúscula y espacio", ROLES),
                Tokens.of("", "x", ROLES),
                Tokens.of("../..", "x", ROLES),
                ".",
                "..",
                "....",
                "a..",
                "e30.bnVsbA.x");
        return each(
                endpoint -> !endpoint.isStream(),
                endpoint -> odd,
                (endpoint, token) -> RawHttp.send(
                        endpoint.method(),
                        path(endpoint),
                        List.of(
                                "Authorization: Bearer " + token,
                                "If-Match: *",
                                "Content-Type: " + endpoint.contentType()),
                        endpoint.takesBody() ? bodyOf(endpoint).getBytes(StandardCharsets.UTF_8) : null),
                answer -> answer.status() < 500);
    }

    @TestFactory
    Stream<DynamicTest> failsForNoHeaderThatIsOdd() {
        List<String> odd = List.of(
                "Idempotency-Key: " + "k".repeat(256),
                "Idempotency-Key: \u00e9",
                "Idempotency-Key:",
                "If-Match: W/\"1\"",
                "If-Match: \"",
                "If-Match: " + "\"1\",".repeat(500),
                "Last-Event-ID: x",
                "Range: bytes=0-",
                "Expect: 200-ok",
                "X-HTTP-Method-Override: DELETE",
                "traceparent: 00-x",
                "Accept-Language: *;q=7, \u00e9",
                "Accept-Charset: x",
                "Accept-Encoding: identity;q=0",
                "Forwarded: for=\"",
                "Cookie: q_session=x; a=\"");
        return each(
                endpoint -> !endpoint.isStream(),
                endpoint -> odd,
                (endpoint, header) -> send(endpoint, path(endpoint), header),
                answer -> answer.status() < 500);
    }

    @TestFactory
    Stream<DynamicTest> refusesAnIdempotencyKeyThatIsNone() {
        return each(
                endpoint -> endpoint.method().equals("POST"),
                endpoint -> List.of("k".repeat(256), "", "\u00e9"),
                (endpoint, key) -> send(endpoint, path(endpoint), "Idempotency-Key: " + key),
                answer -> answer.status() == 400);
    }

    @TestFactory
    Stream<DynamicTest> endsAtOnceForAVerbThatShowsNothing() {
        return each(
                endpoint -> true,
                endpoint -> List.of("HEAD", "OPTIONS"),
                (endpoint, verb) ->
                        RawHttp.send(verb, path(endpoint), List.of("Authorization: Bearer " + stranger()), null),
                answer -> answer.status() < 500,
                false);
    }

    @TestFactory
    Stream<DynamicTest> knowsNoOtherVerb() {
        return each(
                endpoint -> true,
                endpoint -> List.of("TRACE", "PROPFIND", "FOO"),
                (endpoint, verb) ->
                        RawHttp.send(verb, path(endpoint), List.of("Authorization: Bearer " + stranger()), null),
                answer -> Set.of(404, 405, 501).contains(answer.status()));
    }

    @TestFactory
    Stream<DynamicTest> findsNothingUnderAnIdThatIsNone() {
        List<String> odd = List.of("1-1-1-1-1", "x", "%20", "%E2%80%8B", "x".repeat(1000), "a%2Fb", "-", "%25");
        return each(
                endpoint -> endpoint.path().contains("{") && !endpoint.isStream(),
                endpoint -> odd,
                (endpoint, id) -> send(endpoint, endpoint.path().replaceAll("\\{[^}]*}", id)),
                answer -> Set.of(400, 403, 404, 414).contains(answer.status()));
    }

    @TestFactory
    Stream<DynamicTest> letsNobodyKeepWhatATokenIsShown() {
        return each(
                endpoint -> !endpoint.isStream() && !endpoint.path().startsWith("/hsds"),
                endpoint -> List.of("", "/", "?x=y"),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.header("Cache-Control").contains("no-store"),
                false);
    }

    @TestFactory
    Stream<DynamicTest> letsNoBrowserGuess() {
        return each(
                endpoint -> !endpoint.isStream(),
                endpoint -> List.of("", "/"),
                (endpoint, end) -> send(endpoint, path(endpoint) + end),
                answer -> answer.header("X-Content-Type-Options").equals("nosniff")
                        && answer.header("Content-Security-Policy").contains("default-src 'none'")
                        && !answer.header("Referrer-Policy").isEmpty(),
                false);
    }

    private RawHttp.Answer send(Endpoint endpoint, String target, String... headers) {
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

    private interface Ask<T> {
        RawHttp.Answer of(Endpoint endpoint, T odd);
    }

    private interface Oddities<T> {
        List<T> of(Endpoint endpoint);
    }

    private <T> Stream<DynamicTest> each(List<T> odd, Ask<T> ask, Predicate<RawHttp.Answer> right) {
        return each(endpoint -> true, endpoint -> odd, ask, right);
    }

    private <T> Stream<DynamicTest> each(
            Predicate<Endpoint> which, Oddities<T> odd, Ask<T> ask, Predicate<RawHttp.Answer> right) {
        return each(which, odd, ask, right, true);
    }

    /** One test for each endpoint, which tells of everything that went wrong there. */
    private <T> Stream<DynamicTest> each(
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
            boolean told = !withProblem || answer.status() < 400 || answer.isProblem();
            if (!right.test(answer) || !told) {
                String text = one instanceof byte[] bytes ? Arrays.toString(bytes) : "" + one;
                wrong.add(shortened(text) + " -> " + shortened(answer.toString()));
            }
        }
        return wrong;
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    private static Predicate<Endpoint> apiEndpoints() {
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

    private String stranger() {
        return Tokens.of(node(), node() + "-stranger", ROLES);
    }
}
