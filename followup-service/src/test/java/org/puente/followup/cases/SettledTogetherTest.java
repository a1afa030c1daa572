package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Fact;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.followup.FollowUpServiceTestBase;
import org.puente.followup.Person;
import org.puente.platform.persistence.UnitOfWork;

/** Cases settled in one unit of work. PostgreSQL keeps with each row which statement of which transaction wrote it. */
@QuarkusTest
class SettledTogetherTest extends FollowUpServiceTestBase {
    private static final int MANY = 30;
    private static final String WRITTEN = """
            select count(*) || ' rows by ' || count(distinct xmin::text || '/' || cmin::text) || ' statement(s)'
            from %s where %s in %s
            """;

    @Inject
    UnitOfWork work;

    @Inject
    CaseIntake intake;

    @Inject
    Settling settling;

    private final List<Person> people =
            Stream.generate(() -> Person.goingTo("HN-CR")).limit(MANY).toList();

    @Test
    void newPlansAreWrittenByOneStatementForEachTable() {
        allPlanned();
        assertThat(cases()).isEqualTo("30 rows by 1 statement(s)");
        assertThat(followUps()).isEqualTo("120 rows by 1 statement(s)");
    }

    @Test
    void eachCaseGetsItsOwnPlan() {
        allPlanned();
        assertThat(people)
                .allSatisfy(person -> assertThat(awaited(person.caseId(), Planned.class, 4))
                        .extracting(fact -> fact.followUpId().toString())
                        .isEqualTo(plan(person, MUNICIPAL).jsonPath().getList("items.followUpId")));
    }

    @Test
    void plansThatMoveAreWrittenByOneStatementForEachTable() {
        allPlanned();
        settled(person -> Stream.of(person.amended(2, "HN-GD")));
        assertThat(cases()).isEqualTo("30 rows by 1 statement(s)");
        assertThat(followUps()).isEqualTo("120 rows by 1 statement(s)");
        assertThat(plan(people.getLast(), RECEPTION).jsonPath().<String>getList("items.institution"))
                .containsOnly(RECEPTION);
    }

    @Test
    void aPlanThatStandsIsNotWrittenAgain() {
        allPlanned();
        String before = writers();
        settled(person -> Stream.of(person.amended(2, "HN-CR")));
        assertThat(writers()).isEqualTo(before);
    }

    private void allPlanned() {
        settled(person -> Stream.of(person.registered(), person.consents(null)));
    }

    /** Within one transaction, so that the service's own clock has no part in it. */
    private void settled(Function<Person, Stream<Fact>> said) {
        List<Fact> facts = people.stream().flatMap(said).toList();
        try {
            VertxContextSupport.subscribeAndAwait(() -> work.run(session -> settling.situation(session)
                    .chain(() -> intake.take(session, facts))
                    .chain(() -> settling.settleSome(session, 200))));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private String cases() {
        return query(WRITTEN.formatted("case_file", "id", ids()));
    }

    private String followUps() {
        return query(WRITTEN.formatted("follow_up", "case_id", ids()));
    }

    private String writers() {
        return query("select string_agg(xmin::text, ' ' order by id) from follow_up where case_id in " + ids());
    }

    private String ids() {
        return people.stream().map(person -> "'" + person.caseId() + "'").collect(Collectors.joining(",", "(", ")"));
    }
}
