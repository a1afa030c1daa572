package org.puente.reception.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;

@QuarkusTest
class ClockTest extends ReceptionTest {
    private static final Instant HOUR_AGO = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    private final String reference = FlightPeople.newReference();

    @Test
    void aLandingIsPublished() {
        Response landed = land(HOUR_AGO);

        assertThat(landed.statusCode()).as(landed.asString()).isEqualTo(200);
        assertThat(awaitFacts(RETURNS, landed.path("arrivalId"), ReceptionFact.ArrivalTimed.class, 1))
                .singleElement()
                .satisfies(fact -> assertThat(fact.landedAt()).isEqualTo(HOUR_AGO))
                .satisfies(fact -> assertThat(fact.version()).isOne())
                .satisfies(fact -> assertThat(fact.transport().reference()).isEqualTo(reference));
    }

    @Test
    void theSameLandingAgainChangesNothing() {
        Response landed = land(HOUR_AGO);

        assertThat(land(HOUR_AGO).asString()).isEqualTo(landed.asString());
        awaitEmptyOutbox();
        assertThat(timed(landed)).hasSize(1);
    }

    @Test
    void aSecondReportCorrectsTheLanding() {
        String arrival = land(HOUR_AGO).path("arrivalId");
        Response corrected = land(HOUR_AGO.minusSeconds(60));

        assertThat(corrected.<String>path("arrivalId")).isEqualTo(arrival);
        awaitEmptyOutbox();
        assertThat(timed(corrected))
                .extracting(ReceptionFact.ArrivalTimed::landedAt)
                .containsExactly(HOUR_AGO, HOUR_AGO.minusSeconds(60));
    }

    @Test
    void aLandingIsTakenBackOnceAndCanBeRecordedAnew() {
        Response landed = land(HOUR_AGO);
        String address = "/v1/landings/" + landed.path("arrivalId");

        assertThat(intake().delete(address).statusCode()).isEqualTo(204);
        assertThat(intake().delete(address).statusCode()).isEqualTo(204);
        assertThat(land(HOUR_AGO).<Integer>path("version")).isEqualTo(3);
        awaitEmptyOutbox();
        assertThat(timed(landed))
                .extracting(ReceptionFact.ArrivalTimed::landedAt)
                .containsExactly(HOUR_AGO, null, HOUR_AGO);
    }

    @Test
    void anotherInstitutionsLandingIsNotThere() {
        String arrival = land(HOUR_AGO).path("arrivalId");

        assertThat(by("gtm-other").delete("/v1/landings/" + arrival).statusCode())
                .isEqualTo(404);
        assertThat(intake().delete("/v1/landings/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "gtm-fag, gtm-other-desk, /flight/receptionPoint, reception-point-unknown",
        "gtm-fag, nowhere, /flight/receptionPoint, reception-point-unknown",
        "\"air\", \"rocket\", /mode, not-a-code",
        "\"reference\": \", \"reference\": \"flight of , /flight/reference, violated"
    })
    void namesWhatIsWrongWithALanding(String right, String wrong, String pointer, String code) {
        Response refused =
                intake().body(landing(HOUR_AGO).replace(right, wrong)).post("/v1/landings");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    @Test
    void aWholeFlightLeavesInOneRequestAndWhoLeftBeforeStaysAsRecorded() {
        List<String> people = FlightPeople.register(reference, 3);
        Instant early = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        leave(people.getFirst(), early);
        Instant late = early.plusSeconds(300);

        Response left = leaveAll(late, people.get(2));

        assertThat(left.statusCode()).as(left.asString()).isEqualTo(200);
        assertThat(left.<List<String>>path("cases")).containsExactly(people.get(1));
        assertThat(times(people.get(0)).<String>path("leftAt")).isEqualTo(early.toString());
        assertThat(times(people.get(1)).<String>path("leftAt")).isEqualTo(late.toString());
        assertThat(times(people.get(2)).<String>path("leftAt")).isNull();
    }

    @Test
    void aTimeOfLeavingIsCorrectedAndTakenBack() {
        String caseId = FlightPeople.register(reference);
        Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        leave(caseId, at);
        leave(caseId, at);
        leave(caseId, at.plusSeconds(1));
        takeBack(caseId);
        takeBack(caseId);

        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReceptionFact.ReceptionTimed.class))
                .extracting(ReceptionFact.ReceptionTimed::version, ReceptionFact.ReceptionTimed::leftAt)
                .containsExactly(tuple(1, at), tuple(2, at.plusSeconds(1)), tuple(3, null));
    }

    @Test
    void nobodyLeavesBeforeLanding() {
        String caseId = FlightPeople.register(reference);
        land(HOUR_AGO);

        Response refused = leave(caseId, HOUR_AGO.minusSeconds(1));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).endsWith("left-before-landing");
        assertThat(leaveAll(HOUR_AGO.minusSeconds(1), null).statusCode()).isEqualTo(422);
    }

    @Test
    void theTimesOfAPersonAreThoseOfTheFlightAndTheDesk() {
        String caseId = FlightPeople.register(reference);
        land(HOUR_AGO);
        leave(caseId, null);

        Response times = times(caseId);

        assertThat(times.<String>path("landedAt")).isEqualTo(HOUR_AGO.toString());
        assertThat(Instant.parse(times.path("leftAt"))).isAfter(Instant.parse(times.path("registeredAt")));
    }

    @Test
    void theBoardOfTheDayShowsPeopleTimesAndHelp() {
        List<String> people = FlightPeople.register(reference, 2);
        land(HOUR_AGO);
        leave(people.getFirst(), HOUR_AGO.plusSeconds(1800));
        help("['food', 'cash']");
        help("['food']");

        Response board = intake().get("/v1/flights?returnedOn=" + today());

        assertThat(board.statusCode()).as(board.asString()).isEqualTo(200);
        String flight = "items.find { it.reference == '" + reference + "' }.";
        assertThat(board.<Integer>path(flight + "people")).isEqualTo(2);
        assertThat(board.<Integer>path(flight + "left")).isOne();
        assertThat(board.<Float>path(flight + "untilRegistered.median")).isBetween(59f, 90f);
        assertThat(board.<Float>path(flight + "untilLeft.median")).isEqualTo(30f);
        assertThat(board.<Integer>path(flight + "help.food")).isEqualTo(2);
        assertThat(board.<String>path(flight + "landedAt")).isEqualTo(HOUR_AGO.toString());
    }

    @Test
    void theBoardShowsNothingOfAnotherInstitution() {
        FlightPeople.register(reference);
        land(HOUR_AGO);

        Response board = by("gtm-other").get("/v1/flights");

        assertThat(board.<List<String>>path("items.reference")).doesNotContain(reference);
    }

    @Test
    void aFlightWithoutALandingHasNoTimes() {
        FlightPeople.register(reference);

        Response board = intake().get("/v1/flights");

        String flight = "items.find { it.reference == '" + reference + "' }.";
        assertThat(board.<Integer>path(flight + "people")).isOne();
        assertThat(board.<Object>path(flight + "untilRegistered")).isNull();
        assertThat(board.<Object>path(flight + "landedAt")).isNull();
    }

    private String landing(Instant at) {
        return "{\"flight\": %s, \"mode\": \"air\", \"landedAt\": \"%s\"}".formatted(FlightPeople.json(reference), at);
    }

    private Response land(Instant at) {
        return intake().body(landing(at)).post("/v1/landings");
    }

    private static List<ReceptionFact.ArrivalTimed> timed(Response landing) {
        return Wire.facts(RETURNS, landing.path("arrivalId"), ReceptionFact.ArrivalTimed.class);
    }

    private static Response leave(String caseId, Instant at) {
        return intake().body(at == null ? "{}" : "{\"leftAt\": \"" + at + "\"}")
                .put("/v1/returns/" + caseId + "/departure");
    }

    private Response leaveAll(Instant at, String except) {
        return intake().body("{\"flight\": %s, \"except\": [%s], \"leftAt\": \"%s\"}"
                        .formatted(FlightPeople.json(reference), except == null ? "" : "\"" + except + "\"", at))
                .post("/v1/departures");
    }

    private static void takeBack(String caseId) {
        assertThat(intake().delete("/v1/returns/" + caseId + "/departure").statusCode())
                .isEqualTo(204);
    }

    private static Response times(String caseId) {
        return intake().get("/v1/returns/" + caseId + "/departure");
    }

    private void help(String kinds) {
        intake().body("{\"flight\": %s, \"kinds\": %s}"
                        .formatted(FlightPeople.json(reference), kinds.replace('\'', '"')))
                .post("/v1/help")
                .then()
                .statusCode(201);
    }
}
