package org.puente.reporting.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.Tokens;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

@QuarkusTest
class EventListSliceTest {
    private final ReturnFact.Registered registered = Samples.registered(LocalDate.of(2037, 1, 1), Sex.MALE);

    @Test
    void givesEachEventOfACaseOnOnePageEach() {
        Region.publish(Region.record("gtm", registered));
        IntStream.rangeClosed(2, 7)
                .mapToObj(version -> Samples.amended(registered, version, Sex.MALE))
                .forEach(fact -> Region.publish(Region.record("gtm", fact)));
        String address = "/v1/events?limit=3&caseId=" + registered.caseId();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/v1/events?caseId=" + registered.caseId()).size() == 7);

        List<String> versions = new ArrayList<>();
        String next = address;
        while (next != null) {
            Response answer = ask(Tokens.region("operator"), next);
            versions.addAll(answer.jsonPath().getList("items.data.version", String.class));
            String link = answer.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(versions).containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void afterARestoreCursorsOfBeforeAreRefusedAndTheEventsComeAgain() {
        Region.publish(Region.record("gtm", registered));
        String ofCase = "/v1/events?caseId=" + registered.caseId();
        await().atMost(Duration.ofSeconds(60)).until(() -> get(ofCase).size() == 1);
        Backup backup = Backup.of("region_reporting");
        Region.publish(Region.record("gtm", Samples.amended(registered, 2, Sex.MALE)));
        await().atMost(Duration.ofSeconds(60)).until(() -> get(ofCase).size() == 2);
        String link = ask(Tokens.region("operator"), ofCase + "&limit=1").header("Link");
        String next = link.substring(1, link.indexOf('>'));

        backup.restore();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> ask(Tokens.region("operator"), next).statusCode() == 410);
        await().atMost(Duration.ofSeconds(60)).until(() -> get(ofCase).size() == 2);
        String cursor = next.replaceAll(".*cursor=([^&]*).*", "$1");
        assertThat(ask(Tokens.region("operator"), "/v1/events/stream?cursor=" + cursor)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void narrowsByNodeStreamAndType() {
        Region.Record record = Region.record("mex", registered);
        Region.publish(record);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/v1/events?caseId=" + registered.caseId()).size() == 1);
        String same = "/v1/events?caseId=" + registered.caseId();
        assertThat(get(same + "&node=mex&stream=returns&type=org.puente.return.registered.v1"))
                .hasSize(1);
        Region.publish(Region.record("gtm", Samples.registered(LocalDate.of(2041, 1, 1), Sex.MALE)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get(same + "&node=gtm")).isEmpty());
        assertThat(get(same + "&stream=referrals")).isEmpty();
        assertThat(get(same + "&type=org.puente.return.amended.v1")).isEmpty();
    }

    @Test
    void refusesOperatorsOfANodeTheEventsOfAnother() {
        Response answer = ask(Tokens.of("slv", null, "operator"), "/v1/events?node=gtm");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("type")).endsWith(":own-node-only");
    }

    @Test
    void showsDeadLettersToOperatorsOfTheRegionOnly() {
        assertThat(ask(Tokens.of("slv", null, "operator"), "/v1/dead-letters").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events?cursor=x, cursor-unknown",
        "/v1/events?limit=0, limit-out-of-range",
        "/v1/events?node=X, parameter-invalid",
        "/v1/events?caseId=1, parameter-invalid",
        "/v1/events?stream=x, parameter-not-among",
        "/v1/events?type=x, parameter-not-among",
        "/v1/events/stream?cursor=x, cursor-unknown",
        "/v1/events/stream?type=x, parameter-not-among"
    })
    void namesWhatIsWrongWithAQuery(String address, String code) {
        Response answer = ask(Tokens.region("operator"), address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }

    private static List<Object> get(String address) {
        JsonPath page = ask(Tokens.region("operator"), address).jsonPath();
        return page.getList("items");
    }

    private static Response ask(String token, String address) {
        return given().auth().oauth2(token).get(address);
    }
}
