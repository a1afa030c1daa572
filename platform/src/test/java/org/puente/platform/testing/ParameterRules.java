package org.puente.platform.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no endpoint may do whatever its query parameters are. */
abstract class ParameterRules extends AddressRules {
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
}
