package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.puente.platform.persistence.Epoch;
import org.puente.referral.changes.ChangeFeed;
import org.puente.referral.clock.CountedStatements;

@QuarkusTest
class DispatcherLookTest extends WebhookSlice {
    @Inject
    Pool pool;

    @Inject
    ChangeFeed feed;

    @Inject
    DeliveryRun run;

    @Inject
    Epoch epoch;

    @Inject
    Vertx vertx;

    @Test
    void whereNothingIsToBeSentItLooksOnce() {
        register();
        await().atMost(SOON).untilAsserted(() -> assertThat(statementsOfATick()).isEqualTo(1));
    }

    private int statementsOfATick() throws Throwable {
        CountedStatements counted = new CountedStatements(pool);
        Dispatcher dispatcher =
                new Dispatcher(feed, new DeliveryQueue(counted.pool()), run, epoch, Clock.systemUTC(), vertx, 4);
        VertxContextSupport.subscribeAndAwait(dispatcher::tick);
        return counted.count();
    }
}
