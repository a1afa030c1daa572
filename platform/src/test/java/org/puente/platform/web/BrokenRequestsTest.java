package org.puente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.RawHttp;

/**
 * Requests that fail before any resource is asked: who sends them is told why, as of all others.
 */
@QuarkusTest
class BrokenRequestsTest extends PlatformTestBase {
    private static final String NESTED = "POST /test/nested HTTP/1.1\r\nConnection: close";
    private static final String JSON = "\r\nContent-Type: application/json";

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Host: \"<x>", "Host: a b"})
    void aHostThatIsNoneIsRefused(String host) {
        RawHttp.Answer answer = send("GET /test/known HTTP/1.1\r\nConnection: close\r\n" + host, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    @Test
    void aLengthBeyondAllBoundsIsRefused() {
        RawHttp.Answer answer = send(NESTED + JSON + "\r\nHost: x\r\nContent-Length: 99999999999", "{");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    /** It does not say how long it will be, so it is refused on the way. */
    @Test
    void aBodyInChunksIsNoLongerThanOthers() {
        String chunk = "40000\r\n" + " ".repeat(0x40000) + "\r\n";
        RawHttp.Answer answer = send(
                NESTED + JSON + "\r\nHost: x\r\nTransfer-Encoding: chunked",
                "2\r\n{}\r\n" + chunk + chunk + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aChunkThatIsNoneLeavesNoErrorInTheLog() {
        send(NESTED + JSON + "\r\nHost: x\r\nTransfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "x"})
    void aBodyThatIsCompressedIs415(String encoding) {
        RawHttp.Answer answer =
                send(NESTED + JSON + "\r\nHost: x\r\nContent-Length: 2\r\nContent-Encoding: " + encoding, "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void aBodyThatStatesThatItIsNotCompressedIsRead() {
        assertThat(send(NESTED + JSON + "\r\nHost: x\r\nContent-Length: 2" + "\r\nContent-Encoding: identity", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noBrowserGuessesAtWhatIsRefusedEarly() {
        RawHttp.Answer answer = send("GET /%00 HTTP/1.1\r\nConnection: close\r\nHost: x", "");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/test/%", "/test/known%f"})
    void aPathThatCannotBeDecodedIsAProblem(String path) {
        RawHttp.Answer answer = send("GET " + path + " HTTP/1.1\r\nConnection: close\r\nHost: x", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    private static RawHttp.Answer send(String head, String body) {
        return RawHttp.sendAsItIs(head, body.getBytes(StandardCharsets.US_ASCII));
    }
}
