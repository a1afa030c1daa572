package org.puente.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What no endpoint may do, whatever is sent to it: the rules of {@link AddressRules}, {@link ParameterRules} and {@link
 * MediaRules}, and here those of tokens and of headers, asked and answered.
 */
public abstract class EdgeRules extends MediaRules {
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
}
