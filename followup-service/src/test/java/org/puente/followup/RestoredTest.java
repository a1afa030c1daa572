package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.ReturnFact;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Wire;

/** The database is put back to a backup in the middle of work. */
@QuarkusTest
class RestoredTest extends FollowUpServiceTestBase {
    private static final String UNREACHABLE = "{\"outcome\": \"unreachable\"}";

    @Inject
    Epoch epoch;

    @Test
    void whatWasPlannedVisitedAndClosedSinceTheBackupStandsAsItDid() {
        Person visited = Person.goingTo("HN-GD");
        String due = due(visited);
        Person moving = planned(Person.goingTo("HN-GD"));
        Person leaving = planned(Person.goingTo("HN-GD"));
        Backup backup = Backup.of("hnd_followup");

        Person since = planned(Person.goingTo("HN-CR"));
        awaited(since.caseId(), Planned.class, 4);
        publish(moving.amended(2, "HN-CR"));
        awaited(moving.caseId(), Planned.class, 8);
        visit(due, RECEPTION, UNREACHABLE).then().statusCode(200);
        awaited(visited.caseId(), Completed.class, 1);
        publish(leaving.withdraws());
        awaited(leaving.caseId(), CaseClosed.class, 1);
        List<Person> all = List.of(visited, moving, leaving, since);
        List<Map<String, Object>> plans = plans(all);
        long facts = facts(all);

        restore(backup);

        await().atMost(SOON).untilAsserted(() -> assertThat(plans(all)).isEqualTo(plans));
        visit(due, RECEPTION, UNREACHABLE).then().statusCode(409);
        planned(Person.goingTo("HN-GD")); // the clock went on
        assertThat(facts(all)).isEqualTo(facts);
    }

    @Test
    void aVisitAfterTheRestoreCountsOnce() {
        Backup backup = Backup.of("hnd_followup");
        Person person = Person.goingTo("HN-GD");
        String followUp = due(person);

        restore(backup);

        await().atMost(SOON)
                .untilAsserted(
                        () -> visit(followUp, RECEPTION, UNREACHABLE).then().statusCode(200));
        assertThat(awaited(person.caseId(), Completed.class, 1)).hasSize(1);
        assertThat(published(person.caseId(), Planned.class))
                .extracting(FollowUpFact.Planned::followUpId)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void answersThatTheBackupHasOfAReturnThatWasErasedSinceAreErasedAgain() {
        Person person = Person.goingTo("HN-GD");
        visit(due(person), RECEPTION, ANSWERED).then().statusCode(200);
        Backup backup = Backup.of("hnd_followup");
        publish(new ReturnFact.Erased(person.caseId(), Person.RECEPTION, TestClock.now()));
        await().atMost(SOON).until(() -> answers(person).equals("0"));

        restore(backup);

        await().atMost(SOON).until(() -> answers(person).equals("0"));
    }

    private static String answers(Person person) {
        return query("select count(*) from answer_sheet join follow_up on id = follow_up_id where case_id = '"
                + person.caseId() + "'");
    }

    private void restore(Backup backup) {
        String token = epoch.token();
        backup.restore();
        await().atMost(SOON).until(() -> epoch.isCurrent() && !epoch.holds(token));
    }

    private static List<Map<String, Object>> plans(List<Person> all) {
        return all.stream()
                .map(person -> plan(person, RECEPTION).jsonPath().<String, Object>getMap(""))
                .toList();
    }

    private static long facts(List<Person> all) {
        return all.stream()
                .mapToLong(
                        person -> Wire.dump(TOPIC, person.caseId().toString()).size())
                .sum();
    }
}
