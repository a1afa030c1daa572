package org.puente.reporting.indicators;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Sex;
import org.puente.platform.testing.HeldTable;
import org.puente.platform.testing.Tokens;
import org.puente.reporting.Figures;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

@QuarkusTest
class IndicatorResourceSliceTest {
    private static final LocalDate DAY = LocalDate.of(2035, 5, 5);
    private static final String CSV = """
            indicator,unit,period,area,sex,value,suppressed\r
            returns,returns,2035-Q2,region,F,6,false\r
            returns,returns,2035-Q2,region,X,,true\r
            """;

    private static boolean published;

    @BeforeEach
    void sixWomenAndTwoOthersReturnOnce() {
        if (published) {
            return;
        }
        published = true;
        List<Region.Record> records = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Sex sex = i < 6 ? Sex.FEMALE : Sex.X;
            records.add(Region.record("gtm", Samples.registered(DAY, sex)));
        }
        // Of another year: the node is known, and has nothing to count.
        records.add(Region.record("slv", Samples.registered(DAY.minusYears(1), Sex.FEMALE)));
        Region.publish(records);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Integer.valueOf(8).equals(Figures.total("returns", "2035-05-05")));
    }

    private static RequestSpecification secretariat() {
        return given().auth().oauth2(Tokens.region("secretariat"));
    }

    @Test
    void withholdsSmallCellsAndMarksThem() {
        var rows = Figures.read("returns", "2035", "sex");

        assertThat(rows.getList("rows.value")).containsExactly(6, null);
        assertThat(rows.getList("rows.suppressed")).containsExactly(false, true);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIs503AfterABoundedWait() throws SQLException {
        try (HeldTable held = HeldTable.of("region_reporting", "tally")) {
            CompletableFuture<Response> answer = new CompletableFuture<>();
            Thread.startVirtualThread(
                    () -> answer.complete(secretariat().get("/v1/indicators/returns?period=2035&node=gtm")));
            await().atMost(Duration.ofSeconds(60)).until(answer::isDone);
            assertThat(answer.join().statusCode()).isEqualTo(503);
        }
    }

    @Test
    void givesCsvWhereItIsAccepted() {
        Response answer = secretariat().accept("text/csv").get("/v1/indicators/returns?period=2035-Q2&by=sex");

        assertThat(answer.asString()).isEqualTo(CSV);
    }

    @Test
    void givesCsvWhereTheAddressAsksForIt() {
        Response answer = secretariat().get("/v1/indicators/returns?period=2035-Q2&by=sex&format=csv");

        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.asString()).isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nodo=gtm", "node=honduras", "node=", "by=sex&by=ageGroup", "by=sex,", "by=,", "format=xml"})
    void ignoresNothingThatItIsAsked(String also) {
        secretariat()
                .get("/v1/indicators/returns?period=2035-Q2&" + also)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void givesJsonWhereCsvIsLikedLess() {
        secretariat()
                .header("Accept", "text/html, text/csv;q=0.1, application/json;q=0.5")
                .get("/v1/indicators/returns?period=2035-Q2")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void givesJsonUnlessAsked() {
        assertThat(secretariat()
                        .accept("*/*")
                        .get("/v1/indicators/people?period=2035")
                        .jsonPath()
                        .getInt("rows[0].value"))
                .isEqualTo(8);
    }

    @Test
    void countsOneNodeOnlyWhereAsked() {
        Region.publish(Region.record("slv", Samples.registered(LocalDate.of(2041, 1, 1), Sex.MALE)));
        String ofOneNode = "/v1/indicators/returns?period=2035&node=slv";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> secretariat().get(ofOneNode).statusCode() == 200);

        assertThat(secretariat().get(ofOneNode).jsonPath().getInt("rows[0].value"))
                .isZero();
    }

    @Test
    void listsWhatEachIndicatorMeansInBothLanguages() {
        var list = secretariat().get("/v1/indicators").jsonPath();

        assertThat(list.getList("items.id", String.class))
                .contains(
                        "returns",
                        "people",
                        "referrals",
                        "unanswered",
                        "answer-time-median",
                        "answer-time-p90",
                        "answered-in-time",
                        "services",
                        "followups");
        assertThat(list.getString("items.find { it.id == 'people' }.name.es")).isEqualTo("Personas retornadas");
    }

    @Test
    void canComputeEveryIndicatorByEachOfItsBreakdowns() {
        for (Indicator indicator : Indicator.values()) {
            for (String by : indicator.breakdowns()) {
                assertThat(secretariat()
                                .get("/v1/indicators/{id}?period=2035&by={by}", indicator.id(), by)
                                .statusCode())
                        .as("%s by %s", indicator.id(), by)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/indicators/returns, 400, period-invalid",
        "/v1/indicators/returns?period=2035-99, 400, period-invalid",
        "/v1/indicators/returns?period=2035&by=name, 400, parameter-not-among",
        "/v1/indicators/returns?period=2035&by=sex;drop, 400, parameter-not-among",
        "/v1/indicators/returns?period=2035&node=A_B, 400, parameter-invalid",
        "/v1/indicators/returns?period=2035&format=xml, 400, parameter-not-among",
        "/v1/indicators/unknown?period=2035, 404, not-found"
    })
    void namesWhatIsWrongWithAQuery(String address, int status, String code) {
        Response answer = secretariat().get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).endsWith(":" + code);
    }
}
