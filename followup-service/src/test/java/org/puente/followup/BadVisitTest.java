package org.puente.followup;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadVisitTest extends FollowUpServiceTestBase {
    private static Person person;
    private static String followUp;

    @BeforeEach
    void aFollowUpIsDue() {
        if (followUp == null) {
            person = Person.goingTo("HN-CR");
            followUp = due(person);
        }
    }

    static Stream<Arguments> bad() {
        String baseline = "\"instrument\": {\"id\": \"puente-baseline-1\", \"version\": 1}";
        return Stream.of(
                Arguments.of("", 400, ""),
                Arguments.of("{\"outcome\": ", 400, null),
                Arguments.of("{}", 400, "/outcome"),
                Arguments.of("{\"outcome\": \"vanished\"}", 400, "/outcome"),
                Arguments.of("{\"outcome\": 1}", 400, "/outcome"),
                Arguments.of("{\"outcome\": \"reached\", \"anwsers\": {}}", 400, "/anwsers"),
                Arguments.of("{\"outcome\": \"reached\", \"answers\": {\"housing\": \"good\"}}", 400, "/instrument"),
                Arguments.of("{\"outcome\": \"reached\", " + baseline + "}", 400, "/answers"),
                Arguments.of(
                        "{\"outcome\": \"reached\", \"instrument\": {\"id\": \"other\","
                                + " \"version\": 1}, \"answers\": {\"housing\": \"good\"}}",
                        400,
                        "/instrument"),
                Arguments.of(
                        "{\"outcome\": \"reached\", " + baseline + ", \"answers\": {\"shoe-size\": \"good\"}}",
                        400,
                        "/answers/shoe-size"),
                Arguments.of(
                        "{\"outcome\": \"reached\", " + baseline + ", \"answers\": {\"paid-work\": \"good\"}}",
                        400,
                        "/answers/paid-work"),
                Arguments.of(
                        "{\"outcome\": \"reached\", " + baseline + ", \"answers\": {\"paid-work\": true}}",
                        400,
                        "/answers/paid-work"),
                Arguments.of(
                        "{\"outcome\": \"reached\", \"needs\": [{\"dimension\": \"social\","
                                + " \"category\": \"Free text!\", \"urgency\": \"normal\"}]}",
                        400,
                        "/needs/0"),
                Arguments.of("{\"outcome\": \"reached\", \"needs\": [{\"dimension\": \"social\"}]}", 400, "/needs/0"),
                Arguments.of("{\"outcome\": \"reached\", \"needs\": [null]}", 400, "/needs/0"),
                Arguments.of(
                        "{\"outcome\": \"unreachable\", " + baseline + ", \"answers\": {\"housing\": \"good\"}}",
                        422,
                        null));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void namesTheFieldAndStoresNothing(String body, int status, String pointer) {
        visit(followUp, MUNICIPAL, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors?.getAt(0)?.pointer", equalTo(pointer));
        plan(person, MUNICIPAL).then().body("items[0].status", equalTo("due"));
    }
}
