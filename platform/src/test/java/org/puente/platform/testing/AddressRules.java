package org.puente.platform.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no endpoint may do whatever the address is, and the verb. */
abstract class AddressRules extends OddRequests {
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
    Stream<DynamicTest> findsNothingUnderAnIdThatIsNone() {
        List<String> odd = List.of("1-1-1-1-1", "x", "%20", "%E2%80%8B", "x".repeat(1000), "a%2Fb", "-", "%25");
        return each(
                endpoint -> endpoint.path().contains("{") && !endpoint.isStream(),
                endpoint -> odd,
                (endpoint, id) -> send(endpoint, endpoint.path().replaceAll("\\{[^}]*}", id)),
                answer -> Set.of(400, 403, 404, 414).contains(answer.status()));
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
    Stream<DynamicTest> endsAtOnceForAVerbThatShowsNothing() {
        return each(
                endpoint -> true,
                endpoint -> List.of("HEAD", "OPTIONS"),
                (endpoint, verb) ->
                        RawHttp.send(verb, path(endpoint), List.of("Authorization: Bearer " + stranger()), null),
                answer -> answer.status() < 500,
                false);
    }
}
