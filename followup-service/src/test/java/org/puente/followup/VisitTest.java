package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.Scores;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.cases.Ticking;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Wire;

@QuarkusTest
class VisitTest extends FollowUpServiceTestBase {
    private static final String REACHED = """
            {"outcome": "reached",
             "instrument": {"id": "puente-baseline-1", "version": 1},
             "answers": {"paid-work": "yes", "less-food": "often", "housing": "good",
                         "schooling": null, "distress": "never"},
             "needs": [{"dimension": "social", "category": "identity-documents",
                        "urgency": "urgent"}]}
            """;
    private static final String UNREACHABLE = "{\"outcome\": \"unreachable\"}";

    @Inject
    Ticking ticking;

    @Test
    void answersWithTheScoresOfTheVisit() {
        visit(due(Person.goingTo("HN-CR")), MUNICIPAL, REACHED)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("visit.scores.economic", equalTo(0.625f))
                .body("visit.scores.composite", equalTo(0.7917f));
    }

    @Test
    void showsScoresAndNeeds() {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, REACHED);
        Completed fact = awaited(person.caseId(), Completed.class, 1).getFirst();
        assertThat(fact.scores()).isEqualTo(new Scores(0.625, 0.75, 1.0, 0.7917));
        assertThat(fact.needs()).hasSize(1);
    }

    @Test
    void keepsTheAnswersToItself() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        visit(followUp, MUNICIPAL, REACHED);
        awaited(person.caseId(), Completed.class, 1);
        assertThat(query("select answers from answer_sheet where follow_up_id = '%s'", followUp))
                .contains("less-food");
        assertThat(Wire.dump(TOPIC)).noneMatch(record -> record.value().contains("less-food"));
        assertThat(plan(person, MUNICIPAL).asString()).doesNotContain("less-food");
    }

    @Test
    void forgetsTheAnswersAfterTwoYearsAndKeepsTheScores() throws Throwable {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        visit(followUp, MUNICIPAL, REACHED).then().statusCode(200);
        String kept = "select count(*) from answer_sheet where follow_up_id = '%s'";
        TestClock.forward(Duration.ofDays(700));
        VertxContextSupport.subscribeAndAwait(ticking::deleteAnswers);
        assertThat(query(kept, followUp)).isEqualTo("1");
        TestClock.forward(Duration.ofDays(40));
        VertxContextSupport.subscribeAndAwait(ticking::deleteAnswers);
        assertThat(query(kept, followUp)).isEqualTo("0");
        assertThat(plan(person, MUNICIPAL).jsonPath().getFloat("items[0].visit.scores.economic"))
                .isEqualTo(0.625f);
    }

    @Test
    void writesDownWhoReportedIt() {
        String followUp = due(Person.goingTo("HN-CR"));
        visit(followUp, MUNICIPAL, REACHED);
        assertThat(query("select fields from audit where subject = '%s'", followUp))
                .isEqualTo("outcome,answers,needs");
    }

    @Test
    void takesAVisitOnceUnderOneKey() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        Response first = underKey("key-" + followUp, followUp);
        Response second = underKey("key-" + followUp, followUp);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(awaited(person.caseId(), Completed.class, 1)).hasSize(1);
    }

    private static Response underKey(String key, String followUp) {
        return as(MUNICIPAL)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(REACHED)
                .post("/v1/followups/{id}/visit", followUp);
    }

    @Test
    void refusesASecondVisitOfOneFollowUp() {
        String followUp = due(Person.goingTo("HN-CR"));
        visit(followUp, MUNICIPAL, UNREACHABLE);
        visit(followUp, MUNICIPAL, REACHED)
                .then()
                .statusCode(409)
                .body("status", equalTo(409))
                .body("followUpStatus", equalTo("completed"))
                .body("open", hasSize(0));
    }

    @Test
    void takesOneOfTwoVisitsAtOnce() throws Exception {
        String followUp = due(Person.goingTo("HN-CR"));
        Callable<Integer> visit = () -> visit(followUp, MUNICIPAL, UNREACHABLE).statusCode();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = both.invokeAll(List.of(visit, visit));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void showsFromWhenAVisitCounts() {
        Person person = planned(Person.goingTo("HN-CR"));
        visit(firstOf(person), MUNICIPAL, UNREACHABLE)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:followup-too-early"))
                .body("opensAt", startsWith(person.returnedOn().plusDays(23).toString()));
    }

    @Test
    void takesAVisitInTheWeekBeforeItsDay() {
        Person person = planned(Person.goingTo("HN-CR"));
        TestClock.forward(Duration.ofDays(24));
        visit(firstOf(person), MUNICIPAL, UNREACHABLE).then().statusCode(200);
    }

    @Test
    void namesWhatIsOpenInsteadOfWhatIsMissed() {
        Person person = Person.goingTo("HN-CR");
        String missed = due(person);
        TestClock.forward(Duration.ofDays(61));
        String second =
                published(person.caseId(), Planned.class).get(1).followUpId().toString();
        awaited(person.caseId(), org.puente.contracts.FollowUpFact.Due.class, 2);
        awaited(person.caseId(), org.puente.contracts.FollowUpFact.Missed.class, 1);
        visit(missed, MUNICIPAL, UNREACHABLE)
                .then()
                .statusCode(409)
                .body("followUpStatus", equalTo("missed"))
                .body("open", contains(second));
    }

    @ParameterizedTest
    @CsvSource({"deceased, DECEASED", "remigrated, REMIGRATED"})
    void closesTheCaseOfWhoIsGone(String outcome, ClosureReason reason) {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, "{\"outcome\": \"" + outcome + "\"}");
        assertThat(awaited(person.caseId(), CaseClosed.class, 1).getFirst().reason())
                .isEqualTo(reason);
        assertThat(plan(person, MUNICIPAL).jsonPath().getList("items.status"))
                .containsExactly("completed", "dropped", "dropped", "dropped");
    }

    @Test
    void goesOnAfterARefusal() {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, "{\"outcome\": \"refused\"}");
        assertThat(awaited(person.caseId(), Completed.class, 1))
                .extracting(Completed::outcome)
                .containsExactly(VisitOutcome.REFUSED);
        assertThat(plan(person, MUNICIPAL).jsonPath().getString("status")).isEqualTo("followed");
    }

    @Test
    void takesNoVisitAfterAWithdrawal() {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        publish(person.withdraws());
        awaited(person.caseId(), CaseClosed.class, 1);
        visit(followUp, MUNICIPAL, REACHED).then().statusCode(409).body("followUpStatus", equalTo("dropped"));
    }

    @Test
    void isNotThereForTheInstitutionThatOnlyRegistered() {
        visit(due(Person.goingTo("HN-CR")), RECEPTION, REACHED).then().statusCode(404);
    }

    @Test
    void explainsARefusalInSpanish() {
        String followUp = due(Person.goingTo("HN-CR"));
        visit(followUp, MUNICIPAL, UNREACHABLE);
        as(MUNICIPAL)
                .header("Accept-Language", "es-HN")
                .contentType(ContentType.JSON)
                .body(UNREACHABLE)
                .post("/v1/followups/{id}/visit", followUp)
                .then()
                .body("detail", startsWith("Este seguimiento está en estado completed"));
    }

    private static String firstOf(Person person) {
        return awaited(person.caseId(), Planned.class, 4)
                .getFirst()
                .followUpId()
                .toString();
    }

    private static String query(String sql, String argument) {
        return query(sql.formatted(argument));
    }
}
