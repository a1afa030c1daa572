package org.puente.reception.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.puente.reception.FlightPeople;
import org.puente.reception.ReceptionTest;

/** A device sends its day again, long after its Idempotency-Key is forgotten, and others have corrected it since. */
@QuarkusTest
class LateReportTest extends ReceptionTest {
    private static final Instant HOUR_AGO = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    private final String reference = FlightPeople.newReference();

    @Test
    void whatWasWrittenBeforeTheCorrectionChangesNothing() {
        Response first = land(HOUR_AGO, HOUR_AGO);
        Response corrected = land(HOUR_AGO.plusSeconds(1800), HOUR_AGO.plusSeconds(1801));

        Response again = land(HOUR_AGO, HOUR_AGO);

        assertThat(again.asString()).isEqualTo(corrected.asString()).isNotEqualTo(first.asString());
    }

    @Test
    void whatWasWrittenLaterCorrects() {
        land(HOUR_AGO, HOUR_AGO);

        assertThat(land(HOUR_AGO.plusSeconds(60), HOUR_AGO.plusSeconds(120)).<String>path("landedAt"))
                .isEqualTo(HOUR_AGO.plusSeconds(60).toString());
    }

    @Test
    void whoDoesNotSayWhenItWasWrittenReportsLast() {
        land(HOUR_AGO, Instant.now());

        assertThat(land(HOUR_AGO.plusSeconds(60), null).<String>path("landedAt"))
                .isEqualTo(HOUR_AGO.plusSeconds(60).toString());
    }

    @Test
    void whatWasWrittenBeforeTheLandingWasTakenBackDoesNotRecordItAnew() {
        Response landed = land(HOUR_AGO, HOUR_AGO);
        intake().delete("/v1/landings/" + landed.path("arrivalId")).then().statusCode(204);

        Response again = land(HOUR_AGO, HOUR_AGO);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.<String>path("landedAt")).isNull();
    }

    @Test
    void nothingIsWrittenInTheFuture() {
        Response refused = land(HOUR_AGO, Instant.now().plusSeconds(3600));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/writtenAt");
    }

    @Test
    void aLeavingThatWasTakenBackIsNotRecordedByWhatWasWrittenBefore() {
        String caseId = FlightPeople.register(reference);
        Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        assertThat(leaveAll(at).<Integer>path("people")).isOne();
        intake().delete("/v1/returns/" + caseId + "/departure").then().statusCode(204);

        assertThat(leaveAll(at).<Integer>path("people")).isZero();
        assertThat(times(caseId).<String>path("leftAt")).isNull();
    }

    @Test
    void aLeavingThatWasCorrectedStaysSoWhateverWasWrittenBefore() {
        String caseId = FlightPeople.register(reference);
        Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        leave(caseId, at, at);

        Response old = leave(caseId, at.minusSeconds(5), at.minusSeconds(5));

        assertThat(old.<String>path("leftAt")).isEqualTo(at.toString());
    }

    @Test
    void whatWasWrittenBeforeTheLandingWasCorrectedIsNotRefused() {
        String caseId = FlightPeople.register(reference);
        leave(caseId, HOUR_AGO.plusSeconds(1800), HOUR_AGO.plusSeconds(1800));
        land(HOUR_AGO.plusSeconds(900), HOUR_AGO.plusSeconds(1800));

        Response old = leave(caseId, HOUR_AGO, HOUR_AGO);

        assertThat(old.statusCode()).as(old.asString()).isEqualTo(200);
        assertThat(leaveAll(HOUR_AGO).statusCode()).isEqualTo(200);
    }

    private Response land(Instant at, Instant writtenAt) {
        return intake().body("{\"flight\": %s, \"mode\": \"air\", \"landedAt\": \"%s\"%s}"
                        .formatted(FlightPeople.json(reference), at, written(writtenAt)))
                .post("/v1/landings");
    }

    /** The same report, whenever it is sent. */
    private Response leaveAll(Instant at) {
        return intake().body("{\"flight\": %s, \"leftAt\": \"%s\"%s}"
                        .formatted(FlightPeople.json(reference), at, written(at)))
                .post("/v1/departures");
    }

    private static Response leave(String caseId, Instant at, Instant writtenAt) {
        return intake().body("{\"leftAt\": \"%s\"%s}".formatted(at, written(writtenAt)))
                .put("/v1/returns/" + caseId + "/departure");
    }

    private static Response times(String caseId) {
        return intake().get("/v1/returns/" + caseId + "/departure");
    }

    private static String written(Instant at) {
        return at == null ? "" : ", \"writtenAt\": \"" + at + "\"";
    }
}
