package org.puente.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.puente.platform.Node;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class ReferralClockTest extends ReferralServiceTestBase {
    @Inject
    Pool pool;

    @Inject
    Node node;

    @Inject
    UnitOfWork work;

    @Inject
    DueChores allChores;

    private final List<String> done = new ArrayList<>();

    @Test
    void aChoreIsDoneOnlyWhereItIsDue() throws Throwable {
        tick(pool, chore("due", "true"), chore("not due", "false"), chore("also due", "given.now is not null"));
        assertThat(done).containsExactly("due", "also due");
    }

    @Test
    void oneStatementLooksForAllChores() throws Throwable {
        theZoneIsKnown();
        CountedStatements counted = new CountedStatements(pool);
        ReferralClock clock = clock(counted.pool(), chore("one", "false"), chore("other", "false"));
        tick(clock);
        int withTheZone = counted.count();
        tick(clock);

        assertThat(counted.count() - withTheZone).isEqualTo(1);
    }

    @Test
    void aChoreThatFailsKeepsNoOtherAway() throws Throwable {
        tick(pool, new Broken(), chore("next", "true"));
        assertThat(done).containsExactly("next");
    }

    @Test
    void aLookThatFailsDoesNotEndTheClock() throws Throwable {
        tick(pool, chore("never", "exists (select from no_such_table)"));
        assertThat(done).isEmpty();
    }

    @Test
    void aConditionKnowsTheNodeAndItsDay() throws Throwable {
        theZoneIsKnown();
        tick(pool, chore("known", "given.node = 'gtm' and given.today like '20__-__-__'"));
        assertThat(done).containsExactly("known");
    }

    @Test
    void whatIsDoneIsNoLongerDue() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(VertxContextSupport.subscribeAndAwait(
                                () -> allChores.of(Clock.systemUTC().instant())))
                        .isEmpty());
    }

    private void theZoneIsKnown() {
        published(RegionFacts.offer(offerId("gtm"), null, LONG)); // and the node with its zone
        await().atMost(SOON).until(() -> Rows.read("select timezone from directory_node where node = 'gtm'") != null);
    }

    private void tick(Pool database, Chore... chores) throws Throwable {
        tick(clock(database, chores));
    }

    private static void tick(ReferralClock clock) throws Throwable {
        VertxContextSupport.subscribeAndAwait(clock::tick);
    }

    private ReferralClock clock(Pool database, Chore... chores) {
        return new ReferralClock(work, new DueChores(database, node, List.of(chores)), Clock.systemUTC());
    }

    private Chore chore(String name, String isDue) {
        return new Noted(name, isDue, done);
    }

    private record Noted(String name, String isDue, List<String> done) implements Chore {
        @Override
        public Uni<Void> run(Mutiny.Session session) {
            done.add(name);
            return Uni.createFrom().voidItem();
        }
    }

    private record Broken() implements Chore {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String isDue() {
            return "true";
        }

        @Override
        public Uni<Void> run(Mutiny.Session session) {
            throw new IllegalStateException("broken");
        }
    }
}
