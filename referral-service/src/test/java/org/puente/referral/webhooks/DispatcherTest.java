package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DispatcherTest extends WebhookSlice {
    @Inject
    Dispatcher dispatcher;

    /** The changes of a busy second ask for as many ticks. */
    @Test
    void howeverOftenItIsWokenItServesNoMoreSideBySideThanItShould() {
        Stream.generate(this::register).limit(9).forEach(webhook -> {});
        receiver.answerAfter(Duration.ofMillis(300));
        String id = received();
        await().atMost(SOON).until(() -> {
            Stream.generate(() -> CompletableFuture.runAsync(this::tickNow))
                    .limit(6)
                    .toList()
                    .forEach(CompletableFuture::join);
            return receiver.about(id).size() >= 18;
        });
        assertThat(receiver.mostAtOnce).hasValueLessThanOrEqualTo(4);
    }

    private void tickNow() {
        try {
            VertxContextSupport.subscribeAndAwait(dispatcher::tick);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
