package org.puente.reception.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;

@QuarkusTest
class HostileHelpTest extends ReceptionTest {
    private static final String SOMEBODY = "00000000-0000-7000-8000-000000000001";

    private final String reference = FlightPeople.newReference();
    private String caseId;

    @BeforeEach
    void somebodyIsOnTheFlight() {
        caseId = FlightPeople.register(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'flight': FLIGHT}                                                  | 400 | /kinds violated
            {'flight': FLIGHT, 'kinds': []}                                     | 400 | /kinds violated
            {'flight': FLIGHT, 'kinds': ['money']}                              | 400 | /kinds/0 not-a-code
            {'flight': FLIGHT, 'kinds': ['FOOD']}                               | 400 | /kinds/0 not-a-code
            {'flight': FLIGHT, 'kinds': [null]}                                 | 400 | /kinds/0 null-element
            {'flight': FLIGHT, 'kinds': 'food'}                                 | 400 | /kinds wrong-type
            {'flight': FLIGHT, 'kinds': ['food'], 'note': 'for Ana'}            | 400 | /note unknown-field
            {'kinds': ['food']}                                                 | 400 | ` flight-or-cases`
            {'cases': [], 'kinds': ['food']}                                    | 400 | ` flight-or-cases`
            {'flight': FLIGHT, 'cases': ['CASE'], 'kinds': ['food']}            | 400 | /cases flight-or-cases
            {'cases': ['CASE', 'CASE'], 'kinds': ['food']}                      | 400 | /cases/1 stands-twice
            {'cases': ['CASE', 'SOMEBODY'], 'kinds': ['food']}                  | 400 | /cases/1 case-unknown
            {'cases': ['CASE'], 'except': ['CASE'], 'kinds': ['food']}          | 400 | /except except-of-flight
            {'cases': ['x'], 'kinds': ['food']}                                 | 400 | /cases/0 wrong-type
            {'cases': [null], 'kinds': ['food']}                                | 400 | /cases/0 null-element
            {'flight': FLIGHT, 'except': ['SOMEBODY'], 'kinds': ['food']}       | 400 | /except/0 not-on-the-flight
            {'flight': FLIGHT, 'except': ['CASE'], 'kinds': ['food']}           | 400 | /except nobody-left
            {'flight': {'receptionPoint': 'gtm-fag'}, 'kinds': ['food']}        | 400 | * violated
            {'flight': FLIGHT, 'kinds': ['food'], 'occurredAt': '2999-01-01T00:00:00Z'} | 400 | /occurredAt *
            {'flight': FLIGHT, 'kinds': ['food'], 'occurredAt': 'LATE'}         | 400 | /occurredAt time-in-the-future
            {'flight': FLIGHT, 'kinds': ['food'], 'occurredAt': '2020-01-01T00:00:00Z'} | 400 | /occurredAt time-before-return
            {'flight': FLIGHT, 'kinds': ['food'], 'occurredAt': 1700000000}     | 400 | /occurredAt not-an-instant
            {'flight': FLIGHT, 'kinds': ['food'], 'helpId': '1'}                | 400 | /helpId wrong-type
            """)
    void namesWhatIsWrongAndRecordsNothing(String body, int status, String error) {
        long before = entries();

        Response answer = intake().body(filled(body)).post("/v1/help");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        String found = answer.path("errors[0].pointer") + " " + answer.path("errors[0].code");
        assertThat(found).matches(error.replace("*", ".*"));
        assertThat(answer.<String>path("errors[0].detail")).isNotEqualTo(answer.path("errors[0].code"));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aFlightWithoutPeopleIsRefused() {
        Response answer = intake().body(
                        filled("{'flight': FLIGHT, 'kinds': ['food']}").replace(reference, "NOBODY-1"))
                .post("/v1/help");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("type")).endsWith("flight-without-people");
    }

    @Test
    void aListThatIsTooLongIsRefused() {
        String ids = String.join(",", Collections.nCopies(1001, "\"" + SOMEBODY + "\""));
        Response answer = intake().body("{\"cases\": [" + ids + "], \"kinds\": [\"food\"]}")
                .post("/v1/help");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/cases");
    }

    @Test
    void anotherInstitutionsPeopleAreNobodyHere() {
        assertThat(by("gtm-other")
                        .body(filled("{'flight': FLIGHT, 'kinds': ['food']}"))
                        .post("/v1/help")
                        .statusCode())
                .isEqualTo(422);
        assertThat(by("gtm-other")
                        .body(filled("{'cases': ['CASE'], 'kinds': ['food']}"))
                        .post("/v1/help")
                        .statusCode())
                .isEqualTo(400);
        assertThat(by("gtm-other")
                        .body("{\"kinds\": [\"food\"]}")
                        .post("/v1/returns/" + caseId + "/help")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherInstitutionsEntryIsNeitherReadNorVoided() {
        String helpId = intake().body(filled("{'cases': ['CASE'], 'kinds': ['food']}"))
                .post("/v1/help")
                .path("helpId");

        assertThat(by("gtm-other").get("/v1/help/" + helpId).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other")
                        .delete("/v1/help/" + helpId + "?reason=other")
                        .statusCode())
                .isEqualTo(404);
        assertThat(intake().get("/v1/help/" + helpId).<Integer>path("people")).isOne();
    }

    @Test
    void anotherNodesTokenRecordsNothing() {
        Response answer = intake().auth()
                .oauth2(Tokens.of("mex", "gtm-igm", "intake"))
                .body(filled("{'flight': FLIGHT, 'kinds': ['food']}"))
                .post("/v1/help");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "?reason=, 400", "?reason=mistake, 400", "?reason=other&reason=other, 400"})
    void anEntryIsVoidedForAKnownReasonAlone(String query, int status) {
        String helpId = intake().body(filled("{'cases': ['CASE'], 'kinds': ['food']}"))
                .post("/v1/help")
                .path("helpId");

        assertThat(intake().delete("/v1/help/" + helpId + query).statusCode()).isEqualTo(status);
        assertThat(intake().get("/v1/help/" + helpId).<Integer>path("people")).isOne();
    }

    @Test
    void anEntryOfOthersIsNotVoidedInACase() {
        String other = FlightPeople.register(reference);
        String helpId = intake().body(filled("{'cases': ['CASE'], 'kinds': ['food']}"))
                .post("/v1/help")
                .path("helpId");

        assertThat(intake().delete("/v1/returns/" + other + "/help/" + helpId + "?reason=other")
                        .statusCode())
                .isEqualTo(404);
        assertThat(intake().delete("/v1/help/" + UUID.randomUUID() + "?reason=other")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingThatIdentifiesIsInAFact() {
        intake().body(filled("{'flight': FLIGHT, 'kinds': ['food']}")).post("/v1/help");
        awaitEmptyOutbox();
        List<String> facts = Wire.dump(RETURNS, caseId).stream()
                .filter(record -> record.value().contains("helpId"))
                .map(record -> record.value())
                .toList();

        assertThat(facts).singleElement().satisfies(fact -> assertThat(fact).doesNotContain("Zenaida", reference));
    }

    private String filled(String body) {
        return body.replace("FLIGHT", FlightPeople.json(reference))
                .replace("CASE", caseId)
                .replace("SOMEBODY", SOMEBODY)
                .replace("LATE", Instant.now().plusSeconds(400).toString())
                .replace('\'', '"');
    }

    private long entries() {
        return count("select count(*) from help_entry");
    }
}
