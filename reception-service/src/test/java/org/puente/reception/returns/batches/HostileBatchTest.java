package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.platform.testing.Tokens;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class HostileBatchTest extends BatchTestBase {
    private static final String HEADER = "key,givenNames,familyNames,birthDate,sex,nationality,returnedOn,"
            + "receptionPoint,returnedFrom,will,consentPurposes,consentScope,consentGivenBy";

    /** A row that is right, of somebody whom nobody else is. */
    private static String values(String givenNames) {
        return "k-%s,%s,%s,1990-04-01,F,HND,2025-01-02,gtm-fag,USA,forced,referral follow-up,region,self"
                .formatted(
                        UUID.randomUUID(), givenNames, RegistrationForm.filled().text("/person/familyNames"));
    }

    static Stream<Arguments> refusedAsAWhole() {
        return Stream.of(
                refused("nothing", BatchFormat.LINES, "", "batch-empty"),
                refused("blank lines", BatchFormat.LINES, "\n \r\n\n", "batch-empty"),
                refused("a table of nothing", BatchFormat.VALUES, "", "batch-empty"),
                refused("a table without rows", BatchFormat.VALUES, HEADER + "\n", "batch-empty"),
                refused("an unknown column", BatchFormat.VALUES, "key,givenName\nk,Ana\n", "/givenName column-unknown"),
                refused("a column twice", BatchFormat.VALUES, "key,sex,sex\nk,F,M\n", "/sex column-twice"),
                refused("no key", BatchFormat.VALUES, "sex\nF\n", "/key column-missing"),
                refused("one line of ten million", BatchFormat.VALUES, "x".repeat(10_000_000), "batch-csv-broken"),
                refused("ten million columns", BatchFormat.VALUES, ",".repeat(10_000_000), "batch-csv-broken"),
                Arguments.of("UTF-16", BatchFormat.VALUES, HEADER.getBytes(StandardCharsets.UTF_16), "batch-not-utf8"),
                refused("no workbook", BatchFormat.SPREADSHEET, HEADER, "batch-workbook-broken"));
    }

    private static Arguments refused(String what, String type, String body, String code) {
        return Arguments.of(what, type, body.getBytes(StandardCharsets.UTF_8), code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedAsAWhole(String what, String type, byte[] body, String code) {
        Response response = post(type, body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        String problem = response.path("type");
        String named = response.path("errors") == null
                ? problem.substring(problem.lastIndexOf(':') + 1)
                : response.path("errors[0].pointer") + " " + response.path("errors[0].code");
        assertThat(named).isEqualTo(code);
    }

    static Stream<Arguments> refusedRows() {
        return Stream.of(
                Arguments.of("a broken line", "{\"key\": ", " row-not-json"),
                Arguments.of("a list", "[]", " row-not-an-object"),
                Arguments.of("a doubled member", "{\"key\": \"a\", \"key\": \"b\"}", " row-not-json"),
                Arguments.of("no key", RegistrationForm.filled().json(), "/key row-key-missing"),
                Arguments.of("a formula as key", row().with("/key", "'=cmd'").json(), "/key row-key-form"),
                Arguments.of(
                        "an unknown field",
                        row().with("/person/givenName", "'x'").json(),
                        "/person/givenName unknown-field"),
                Arguments.of(
                        "a NUL",
                        row().with("/person/givenNames", "'A\\u0000na'").json(),
                        "/person/givenNames wrong-type"),
                Arguments.of("a line of ten million", "x".repeat(10_000_000), " row-too-long"),
                Arguments.of("deep nesting", "[".repeat(5_000), " row-not-json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedRows(String what, String line, String error) {
        Answer answer =
                Answer.of(post(BatchFormat.LINES, utf8(row().json() + "\n" + line + "\n" + row().json() + "\n")));

        assertThat(answer.results()).containsExactly("created", "refused", "created");
        assertThat(answer.error(1)).isEqualTo(error);
        assertThat(answer.rows().get(1).path("row").asInt()).isEqualTo(2);
    }

    static Stream<Arguments> refusedValues() {
        return Stream.of(
                Arguments.of("too few cells", "k,Ana", " row-column-count"),
                Arguments.of("too many cells", values("Ana") + ",x", " row-column-count"),
                Arguments.of("a NUL", values("A\u0000na"), "/person/givenNames wrong-type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedValues(String what, String line, String error) {
        Answer answer = Answer.of(
                post(BatchFormat.VALUES, utf8(String.join("\n", HEADER, values("Ana"), line, values("Eva")))));

        assertThat(answer.results()).containsExactly("created", "refused", "created");
        assertThat(answer.error(1)).isEqualTo(error);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void takesAFormulaForAName(String name) {
        Answer answer = Answer.of(post(
                BatchFormat.VALUES, utf8(HEADER + "\n" + values("\"" + name.replace("\"", "\"\"") + "\""))));

        assertThat(answer.results()).containsExactly("created");
        intake().get("/v1/returns/" + answer.texts("caseId").getFirst())
                .then()
                .body("person.givenNames", org.hamcrest.Matchers.equalTo(name));
    }

    static Stream<String> formulas() {
        return Stream.of("=cmd|' /C calc'!A0", "+Ana", "-Ana", "@SUM(A1)", "=HYPERLINK(\"http://x\")");
    }

    @Test
    void stopsWhereAQuoteIsNotClosedAndKeepsTheRowsBefore() {
        String csv = String.join("\n", HEADER, values("Ana"), values("\"Eva"), "x".repeat(100_000));

        Answer answer = Answer.of(post(BatchFormat.VALUES, utf8(csv)));

        assertThat(answer.results()).containsExactly("created");
        assertThat(answer.summary().path("complete").asBoolean()).isFalse();
        assertThat(answer.summary().at("/problem/type").asText()).endsWith("batch-csv-broken");
    }

    @Test
    void stopsAtTheRowThatIsNotUtf8AndKeepsTheRowsBefore() {
        byte[] latin = (HEADER + "\n" + (values("Ana") + "\n").repeat(1) + values("Mu\u00f1oz"))
                .getBytes(StandardCharsets.ISO_8859_1);

        Response response = post(BatchFormat.VALUES, latin);

        assertThat(response.asString()).contains("batch-not-utf8");
    }

    @Test
    void refusesAnotherCharset() {
        assertThat(post("text/csv; charset=windows-1252", utf8(HEADER)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesAnotherType() {
        assertThat(post("application/json", utf8("[]")).statusCode()).isEqualTo(415);
    }

    @Test
    void refusesTheWrongRole() {
        sending(BatchFormat.LINES)
                .auth()
                .oauth2(Tokens.of("gtm", "gtm-igm", "case-manager"))
                .body(utf8(row().json()))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void refusesTwoHundredMegabytesBeforeTheyAreSent() throws Exception {
        try (Socket socket = connect("Content-Length: " + (200 << 20))) {
            String answer = new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
        }
    }

    @Test
    void readsTwoHundredMegabytesWithoutALengthNoFurtherThanTheLimit() throws Exception {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) '\n');
        int sent = 0;
        try (Socket socket = connect("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            for (; sent < 200; sent++) {
                out.write(utf8(Integer.toHexString(blanks.length) + "\r\n"));
                out.write(blanks);
                out.write(utf8("\r\n"));
            }
        } catch (IOException closed) {
            assertThat(sent).isLessThan(100);
        }
        assertThat(sent).isLessThan(200);
        assertThat(send(rows(1)).results()).as("others are served").containsExactly("created");
    }

    @Test
    void endsABatchWhoseSenderFallsSilentAndKeepsTheRowsBefore() throws Exception {
        byte[] rows = utf8(lines(rows(300)));
        String answer;
        try (Socket socket = connect("Content-Length: " + rows.length * 2)) {
            socket.getOutputStream().write(rows);
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"created\":300", "\"complete\":false", "batch-silent");
    }

    @Test
    void refusesABatchOfWhichNothingComes() throws Exception {
        try (Socket socket = connect("Content-Length: 1000")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("batch-silent");
        }
    }

    private static Socket connect(String length) throws IOException {
        URI service = URI.create(TestHTTPResourceManager.getUri());
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(60_000);
        String head = String.join(
                "\r\n",
                "POST " + PATH + " HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Authorization: Bearer " + Tokens.of("gtm", "gtm-igm", "intake"),
                "Content-Type: " + BatchFormat.LINES,
                length,
                "",
                "");
        socket.getOutputStream().write(utf8(head));
        return socket;
    }

    @Test
    void refusesRowsBeyondTheLimitAndKeepsTheOthers() {
        String many = (row().json() + "\n").repeat(10_001);

        Answer answer = Answer.of(post(BatchFormat.LINES, utf8(many)));

        assertThat(answer.rows()).hasSize(10_000);
        assertThat(answer.summary().path("created").asInt()).isEqualTo(1);
        assertThat(answer.summary().at("/problem/type").asText()).endsWith("batch-too-many-rows");
    }
}
