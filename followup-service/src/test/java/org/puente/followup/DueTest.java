package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Due;
import org.puente.contracts.FollowUpFact.Missed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.followup.cases.Ticking;
import org.puente.platform.json.Json;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Wire;

@QuarkusTest
class DueTest extends FollowUpServiceTestBase {
    @Inject
    Ticking ticking;

    @Test
    void publishesThatAFollowUpIsDueWhenItsDayComes() {
        Person person = Person.goingTo("HN-GD");
        String followUp = due(person);
        Planned first = published(person.caseId(), Planned.class).getFirst();
        assertThat(first.followUpId()).hasToString(followUp);
    }

    @Test
    void leavesTheOtherDaysToCome() {
        Person person = Person.goingTo("HN-GD");
        due(person);
        assertThat(plan(person, RECEPTION).jsonPath().getList("items.status"))
                .containsExactly("due", "planned", "planned", "planned");
    }

    @Test
    void publishesThatAFollowUpIsMissedThirtyDaysLater() {
        Person person = Person.goingTo("HN-GD");
        String followUp = due(person);
        TestClock.forward(MONTH);
        assertThat(awaited(person.caseId(), Missed.class, 1))
                .extracting(fact -> fact.followUpId().toString())
                .containsExactly(followUp);
    }

    @Test
    void closesACaseWhoseConsentIsOverBeforeItsDayComes() {
        Person person = Person.goingTo("HN-GD");
        publish(person.registered(), person.consents(person.returnedOn().plusDays(29)));
        awaited(person.caseId(), Planned.class, 4);
        TestClock.forward(MONTH);
        assertThat(awaited(person.caseId(), CaseClosed.class, 1))
                .extracting(CaseClosed::reason)
                .containsExactly(ClosureReason.OTHER);
        assertThat(published(person.caseId(), Due.class)).isEmpty();
    }

    /** The scheduler of this service takes too: three takers in all. */
    @Test
    void aDueDateIsTakenOnceThoughSeveralTake() throws Exception {
        insertDueCases(1_500);
        try (ExecutorService takers = Executors.newFixedThreadPool(2)) {
            Callable<Void> taker = this::takeAll;
            for (Future<Void> future : takers.invokeAll(List.of(taker, taker))) {
                future.get();
            }
        }
        await().atMost(SOON).until(() -> timesDue().size() == 1_500);
        await().atMost(SOON).until(() -> "0".equals(query("select count(*) from outbox")));
        assertThat(timesDue().values()).containsOnly(1L);
    }

    private Void takeAll() throws Exception {
        try {
            while (VertxContextSupport.subscribeAndAwait(() -> ticking.takeDue(10)) > 0) {
                Thread.onSpinWait();
            }
            return null;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void insertDueCases(int cases) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into case_file (id, version, registered_by, registered_at, returned_on,
                                           high_risk, status, responsible, unsettled)
                    select gen_random_uuid(), 1, 'hnd-many', now(), current_date, false,
                           'FOLLOWED', 'hnd-many', false
                    from generate_series(1, %d)
                    """.formatted(cases));
            statement.execute("""
                    insert into follow_up (id, case_id, institution, kind, after_return, opens_at,
                                           due_at, due_on, closes_at, status)
                    select gen_random_uuid(), id, 'hnd-many', 'VISIT', 'P1D', now(), now(),
                           current_date, now() + interval '100 years', 'PLANNED'
                    from case_file where registered_by = 'hnd-many'
                    """);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static Map<UUID, Long> timesDue() {
        return Wire.dump(TOPIC).stream()
                .filter(record -> record.value().contains("\"hnd-many\""))
                .map(record -> Json.read(record.value(), Due.class))
                .collect(Collectors.groupingBy(fact -> fact.followUpId().value(), Collectors.counting()));
    }
}
