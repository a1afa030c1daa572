package org.puente.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no endpoint may do whatever is sent to it, and in whatever type an answer is asked for. */
abstract class MediaRules extends ParameterRules {
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
}
