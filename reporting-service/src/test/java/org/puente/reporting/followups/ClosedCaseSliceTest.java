package org.puente.reporting.followups;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.platform.testing.Tokens;
import org.puente.reporting.Figures;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

/** What was still to come of a case that is closed waits for nobody any more. */
@QuarkusTest
class ClosedCaseSliceTest {
    private static final int ENOUGH_FOR_A_CELL = 6;
    private static final Instant PLANNED = Instant.parse("2025-01-02T15:00:00Z");

    private static void publish(LocalDate dueOn, FollowUpFact... ofEachCase) {
        for (int i = 0; i < ENOUGH_FOR_A_CELL; i++) {
            CaseId id = new CaseId(UUID.randomUUID());
            for (FollowUpFact fact : ofEachCase) {
                Region.publish(Region.record("gtm", of(id, dueOn, fact)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> events(id) == ofEachCase.length);
        }
    }

    /** A figure may be right for a moment before all has come that it is about. */
    private static int events(CaseId id) {
        List<Object> events = given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?caseId=" + id)
                .path("items");
        return events.size();
    }

    private static FollowUpFact of(CaseId id, LocalDate dueOn, FollowUpFact fact) {
        FollowUpId followUp = new FollowUpId(id.value());
        return switch (fact) {
            case FollowUpFact.Planned f ->
                new FollowUpFact.Planned(id, f.institution(), f.occurredAt(), followUp, f.kind(), dueOn);
            case FollowUpFact.Missed f -> new FollowUpFact.Missed(id, f.institution(), f.occurredAt(), followUp);
            case FollowUpFact.CaseClosed f ->
                new FollowUpFact.CaseClosed(id, f.institution(), f.occurredAt(), f.reason());
            default -> throw new IllegalArgumentException();
        };
    }

    private static final CaseId ANY = new CaseId(UUID.randomUUID());
    private static final FollowUpId ANY_FOLLOW_UP = new FollowUpId(UUID.randomUUID());

    private static FollowUpFact planned(Instant at) {
        return new FollowUpFact.Planned(
                ANY, Samples.IGM, at, ANY_FOLLOW_UP, FollowUpKind.VISIT, LocalDate.of(2025, 2, 1));
    }

    private static FollowUpFact closed(Instant at) {
        return new FollowUpFact.CaseClosed(ANY, Samples.IGM, at, ClosureReason.REFUSED);
    }

    private static void becomes(int year, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Figures.cells("followups", String.valueOf(year), "status"))
                        .isEqualTo(Map.of(status, ENOUGH_FOR_A_CELL)));
    }

    @Test
    void whatWasPlannedEndsWithItsCase() {
        publish(LocalDate.of(2051, 1, 1), planned(PLANNED), closed(PLANNED.plusSeconds(60)));
        becomes(2051, "ended");
    }

    @Test
    void whatWasPlannedEndsWithItsCaseThoughItsEndCameFirst() {
        publish(LocalDate.of(2052, 1, 1), closed(PLANNED.plusSeconds(60)), planned(PLANNED));
        becomes(2052, "ended");
    }

    @Test
    void whatIsPlannedAnewAfterTheEndIsToCome() {
        publish(
                LocalDate.of(2053, 1, 1),
                planned(PLANNED),
                closed(PLANNED.plusSeconds(60)),
                planned(PLANNED.plusSeconds(90)));
        becomes(2053, "planned");
    }

    @Test
    void whatWasMissedStaysMissed() {
        FollowUpFact missed = new FollowUpFact.Missed(ANY, Samples.IGM, PLANNED.plusSeconds(30), ANY_FOLLOW_UP);
        publish(LocalDate.of(2054, 1, 1), planned(PLANNED), missed, closed(PLANNED.plusSeconds(60)));
        becomes(2054, "missed");
    }
}
