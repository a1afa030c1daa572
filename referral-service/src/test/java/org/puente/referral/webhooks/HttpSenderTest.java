package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpSenderTest {
    private static Vertx vertx;
    private final Receiver receiver = new Receiver();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void goesToTheAddressThatWasLetPassWhateverTheNameMeans() {
        URI uri = URI.create("http://hooks.invalid:" + receiver.port() + "/x");
        Outcome outcome = send(uri);

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(receiver.calls.getFirst().host()).isEqualTo("hooks.invalid:" + receiver.port());
    }

    @Test
    void aReceiverThatSpeaksNoTlsIsNotSpokenTo() throws IOException {
        try (PlainReceiver plain = new PlainReceiver()) {
            Outcome outcome = send(URI.create("https://127.0.0.1:" + plain.port() + "/"));

            assertThat(outcome).isInstanceOf(Outcome.Unanswered.class);
            assertThat(plain.received()).isNotEmpty().doesNotContain("webhook-id");
        }
    }

    @Test
    void aReceiverThatIsNotThereIsUnreachable() {
        receiver.close();
        assertThat(send(URI.create(receiver.url()))).isEqualTo(new Outcome.Unanswered("unreachable"));
    }

    @Test
    void doesNotWaitForEver() {
        receiver.answer(Receiver.SAY_NOTHING);
        assertThat(send(URI.create(receiver.url()), Duration.ofMillis(500)))
                .isEqualTo(new Outcome.Unanswered("timeout"));
    }

    private static Outcome send(URI uri) {
        return send(uri, Duration.ofSeconds(10));
    }

    private static Outcome send(URI uri, Duration answerWithin) {
        Target target = new Target(uri, InetAddress.getLoopbackAddress());
        return new HttpSender(vertx, answerWithin)
                .send(target, Map.of("webhook-id", "1"), "{}")
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
