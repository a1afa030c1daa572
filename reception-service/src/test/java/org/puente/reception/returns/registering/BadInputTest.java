package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class BadInputTest extends ReceptionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /person/givenName         | 'Ana'                    | unknown-field
        /restricted/healt         | 'x'                      | unknown-field
        /returnedOn               | 'yesterday'              | not-a-day
        /returnedOn               | 20250102                 | not-a-day
        /returnedOn               | ''                       | not-a-day
        /returnedOn               | '2025-01-02T10:00:00Z'   | not-a-day
        /returnedOn               | '2999-01-02'             | in-the-future
        /returnedOn               | '0205-01-02'             | not-a-day
        /returnedOn               | '+58887-01-02'           | not-a-day
        /returnedOn               | null                     | violated
        /person                   | 'Ana'                    | wrong-type
        /person/givenNames        | 5                        | wrong-type
        /person/givenNames        | '  '                     | violated
        /person/givenNames        | 'A\\u0000na'             | wrong-type
        /person/givenNames        | '\\u200b\\u00a0'          | violated
        /person/givenNames        | '\\u3164'                 | violated
        /person/familyNames       | ''                       | violated
        /person/familyNames       | '\\u2019'                 | violated
        /person/withoutNames      | true                     | names-and-without
        /person/birthYear         | 1991                     | birth-date-and-age
        /person/ageEstimated      | true                     | estimated-without-age
        /person/documents         | [{'kind': 'provisional', 'number': 'A-12'}] | /person/documents/0/validUntil provisional-without-end
        /person/documents         | [{'kind': 'provisional', 'number': 'A-12', 'issuedOn': '2025-01-02', 'validUntil': '2025-01-01'}] | /person/documents/0/validUntil valid-before-issued
        /person/documents         | [{'kind': 'provisional', 'number': 'A-12', 'issuedOn': '2999-01-02', 'validUntil': '2999-02-01'}] | /person/documents/0/issuedOn in-the-future
        /person/sex               | 'W'                      | not-a-code
        /person/ageYears          | '30'                     | wrong-type
        /person/birthDate         | null                     | birth-date-or-age
        /person/birthDate         | '1901-01-01'             | age-out-of-range
        /person/birthDate         | '1850-01-01'             | not-a-day
        /person/nationality       | 'Honduras'               | violated
        /person/nationality       | 'HNX'                    | country-unknown
        /person/languages         | ['es']                   | /person/languages/0 violated
        /person/phones            | ['5555-1234']            | /person/phones/0 violated
        /person/documents         | [{'kind': 'ine', 'number': '1'}] | /person/documents/0/kind not-a-code
        /person/documents         | [{'kind': 'dui'}]        | /person/documents/0/number violated
        /person/documents         | [null]                   | /person/documents/0 null-element
        /person/phones            | ['+50499887766', null]   | /person/phones/1 null-element
        /person/languages         | [null]                   | /person/languages/0 null-element
        /profiles                 | [null]                   | /profiles/0 null-element
        /causes                   | ['economic', null]       | /causes/1 null-element
        /needs                    | [null]                   | /needs/0 null-element
        /skills                   | [null]                   | /skills/0 null-element
        /consent/purposes         | ['referral', null]       | /consent/purposes/1 null-element
        /consent/scope            | [null]                   | /consent/scope/0 null-element
        /person/safeContact       | {'ways': []}             | /person/safeContact/ways violated
        /person/safeContact       | {'ways': ['smoke']}      | /person/safeContact/ways/0 not-a-code
        /person/safeContact       | {'ways': ['call'], 'from': '25:00', 'to': '26:00'} | /person/safeContact/from wrong-type
        /person/safeContact       | {'ways': ['call'], 'language': 'es'} | /person/safeContact/language violated
        /person/safeContact       | {'ways': ['call'], 'from': '08:00'} | /person/safeContact/to safe-hours-incomplete
        /restricted/dangerPlaces  | [{'country': 'HNX'}]     | /restricted/dangerPlaces/0/country country-unknown
        /restricted/dangerPlaces  | [null]                   | /restricted/dangerPlaces/0 null-element
        /relatives                | [{'givenNames': 'Eva'}]  | /relatives/0/relation violated
        /relatives                | [{'relation': 'cousin'}] | /relatives/0/relation not-a-code
        /relatives                | [null]                   | /relatives/0 null-element
        /responsible              | [{'relation': 'parent'}] | /responsible/0/caseId violated
        /responsible              | [null]                   | /responsible/0 null-element
        /receptionPoint           | 'gtm-nowhere'            | reception-point-unknown
        /receptionPoint           | 'gtm-other-desk'         | reception-point-unknown
        /will                     | 'maybe'                  | not-a-code
        /household/id             | 'x'                      | wrong-type
        /transport/reference      | 'flight of Ana'          | violated
        /profiles                 | ['indigenous', 'lgbti']  | /profiles/1 not-a-code
        /needs                    | [{'dimension': 'economic', 'category': 'Work!', 'urgency': 'normal'}] | /needs/0/category violated
        /destination/subdivision  | 'HN-01'                  | subdivision-elsewhere
        /consent                  | null                     | consent-missing
        /consent/purposes         | []                       | violated
        /consent/validUntil       | '2020-01-01'             | consent-over
        """)
    void namesTheFieldThatIsWrongAndStoresNothing(String pointer, String value, String code) {
        long before = stored();

        Response response = register(RegistrationForm.filled().with(pointer, value));

        assertProblem(response, 400);
        String[] named = code.split(" ");
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(named.length == 2 ? named[0] : pointer);
        assertThat(response.<String>path("errors[0].code")).isEqualTo(named[named.length - 1]);
        assertThat(response.<String>path("errors[0].detail")).doesNotStartWith(named[named.length - 1]);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesABodyThatIsNoForm(byte[] body, int status) {
        long before = stored();

        Response response = intake().body(body).post("/v1/returns");

        assertProblem(response, status);
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("{\"person\": ".getBytes(StandardCharsets.UTF_8), 400),
                Arguments.of("{} {}".getBytes(StandardCharsets.UTF_8), 400),
                Arguments.of("[]".getBytes(StandardCharsets.UTF_8), 400),
                Arguments.of("null".getBytes(StandardCharsets.UTF_8), 400),
                Arguments.of(new byte[0], 400),
                Arguments.of(
                        RegistrationForm.filled()
                                .json()
                                .replace("Zenaida", "Ma\u00f1ana")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        400),
                Arguments.of(
                        RegistrationForm.filled()
                                .with("/restricted/note", "'" + "x".repeat(5_000_000) + "'")
                                .json()
                                .getBytes(StandardCharsets.UTF_8),
                        413));
    }

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        Response response = register(RegistrationForm.filled()
                .with("/returnedOn", "'2999-01-02'")
                .with("/receptionPoint", "'gtm-nowhere'")
                .with("/returnedFrom", "'USX'"));

        assertThat(response.<java.util.List<String>>path("errors.pointer"))
                .containsExactlyInAnyOrder("/returnedOn", "/receptionPoint", "/returnedFrom");
    }

    @Test
    void listsTheReceptionPointsOfTheCallersInstitution() {
        Response response = register(RegistrationForm.filled().with("/receptionPoint", "'gtm-nowhere'"));

        assertThat(response.<String>path("errors[0].detail")).contains("gtm-fag", "gtm-tecun-uman");
    }

    @Test
    void refusesAChildsOwnConsent() {
        Response response = register(RegistrationForm.filled().with("/person/birthDate", "'2015-01-01'"));

        assertProblem(response, 400);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/consent/givenBy");
    }

    @Test
    void answersInSpanishWhereThatIsAsked() {
        Response response = intake().header("Accept-Language", "es")
                .body(RegistrationForm.filled()
                        .with("/person/nationality", "'Honduras'")
                        .json())
                .post("/v1/returns");

        assertThat(response.<String>path("title")).isEqualTo("La solicitud no es válida");
        assertThat(response.<String>path("errors[0].detail")).contains("tres letras mayúsculas");
    }

    @Test
    void quotesNothingOfWhatWasSent() {
        Response response = register(RegistrationForm.filled().with("/person/sex", "'Zenobia'"));

        assertThat(response.asString()).doesNotContain("Zenobia", "org.puente", "java.");
    }

    private long stored() {
        return count("select (select count(*) from return_case) + (select count(*) from consent)")
                + count("select count(*) from idempotency_key");
    }

    private static void assertProblem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
